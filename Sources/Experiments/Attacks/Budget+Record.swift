import Attacks
import Records

extension Budget {
  /// The budget as records keep it: a value a key.
  package var record: [String: RecordedValue] {
    Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0.value.recorded) })
  }
}

extension Budget.Value {
  fileprivate var recorded: RecordedValue {
    switch self {
    case .count(let count): .integer(count)
    case .number(let number): .number(number)
    case .word(let word): .text(word)
    }
  }
}

extension Goal {
  /// The goal as records keep it.
  package var record: GoalRecord { GoalRecord(from: source, to: target) }
}
