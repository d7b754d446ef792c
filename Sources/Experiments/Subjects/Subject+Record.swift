import Networks
import Records
import Settings

extension Subject {
  /// What is tested, as results name it.
  package var record: SubjectRecord {
    SubjectRecord(model: reference, defences: defences.methods.map { MethodRecord($0, named: type(of: $0).card.name) })
  }

  /// What scores were computed with, as results name it.
  package var arithmeticRecord: ArithmeticRecord { ArithmeticRecord(arithmetic) }
}

extension ArithmeticRecord {
  package init(_ arithmetic: Arithmetic) {
    // There is always the portable one.
    let kernel =
      arithmetic.kernel == .automatic ? KernelChoice.available.first ?? .portable : arithmetic.kernel
    self.init(kernel: kernel.rawValue, algorithm: arithmetic.algorithm.rawValue)
  }
}

extension MethodRecord {
  /// A method with the settings that do something.
  package init(_ method: some Configurable, named name: String) {
    self.init(
      name: name,
      settings: Dictionary(uniqueKeysWithValues: method.recorded.map { ($0.name, RecordedValue($0.value)) }))
  }
}

extension RecordedValue {
  package init(_ value: SettingValue) {
    switch value {
    case .count(let count): self = .integer(count)
    case .number(let number): self = .number(number)
    case .word(let word): self = .text(word)
    }
  }
}
