import Attacks
import Records

extension AttackDescription {
  /// - Parameters:
  ///   - surface: where the perturbation is put: `camera` or `sign`.
  ///   - goal: in the reader's class numbers.
  package init<Method: AttackMethod>(_ attack: Method, surface: String, goal: Goal) {
    self.init(
      method: attack.name, title: Method.card.title, call: attack.call, surface: surface, goal: goal.record,
      settings: Dictionary(uniqueKeysWithValues: attack.recorded.map { ($0.name, RecordedValue($0.value)) }),
      limits: Dictionary(uniqueKeysWithValues: attack.limits.entries.map { ($0.name, RecordedValue($0.value)) }))
  }
}

extension Goal {
  /// The goal as records keep it.
  package var record: GoalRecord { GoalRecord(from: source, to: target) }
}

extension AttackStatus {
  /// What a record says of an attempt.
  package init(_ verdict: CraftedImage.Verdict) {
    self =
      switch verdict {
      case .success: .turned
      case .failure, .malformed: .held
      case .misreadBefore: .misread
      case .overBudget: .overBudget
      }
  }
}
