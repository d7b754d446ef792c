extension Setting where Root: Configurable {
  /// A number with a unit, kept in SI; the range and the default are shown in `unit`.
  package static func quantity(
    _ name: String, _ path: Path<Double>, _ quantity: Quantity, in unit: Unit, _ range: ClosedRange<Double>,
    _ meaning: String, source: String? = nil
  ) -> Setting {
    .quantity(name, path, QuantityRange(quantity, in: unit, range), meaning, source: source)
  }

  /// A number with a unit, kept in SI.
  package static func quantity(
    _ name: String, _ path: Path<Double>, _ limits: QuantityRange, _ meaning: String, source: String? = nil
  ) -> Setting {
    // The remedy shows a value that would be accepted: the default.
    let example = Root()[keyPath: path]
    return custom(
      name, path, form: limits.form, meaning, source: source,
      read: { (text) throws(SettingProblem) in try limits.value(of: text, example: example) }, write: limits.text,
      record: SettingValue.number)
  }

  /// A share of a whole or of the range from black to white: `8/255`, `3 %`, `0.03`; the range is shown in percent.
  package static func share(
    _ name: String, _ path: Path<Double>, _ range: ClosedRange<Double>, _ meaning: String, source: String? = nil
  ) -> Setting {
    quantity(name, path, .share, in: .percent, range, meaning, source: source)
  }

  /// A share of a whole or of the range from black to white, from nothing to all.
  package static func share(
    _ name: String, _ path: Path<Double>, _ meaning: String, source: String? = nil
  ) -> Setting {
    share(name, path, 0...100, meaning, source: source)
  }

  /// A number without a unit.
  package static func number(
    _ name: String, _ path: Path<Double>, _ range: ClosedRange<Double>, _ meaning: String, source: String? = nil
  ) -> Setting {
    number(
      name, path, limits: "\(decimal(range.lowerBound)) to \(decimal(range.upperBound))", range.contains, meaning,
      source: source)
  }

  /// A number without a unit that must lie above a bound.
  package static func number(
    _ name: String, _ path: Path<Double>, above bound: Double, upTo highest: Double, _ meaning: String,
    source: String? = nil
  ) -> Setting {
    number(
      name, path, limits: "above \(decimal(bound)) and at most \(decimal(highest))", { $0 > bound && $0 <= highest },
      meaning, source: source)
  }

  private static func number(
    _ name: String, _ path: Path<Double>, limits: String, _ allows: @escaping @Sendable (Double) -> Bool,
    _ meaning: String, source: String?
  ) -> Setting {
    custom(
      name, path, form: "number, \(limits)", meaning, source: source,
      read: { (text) throws(SettingProblem) in
        guard let value = Quantity.number(text) else {
          throw SettingProblem("is '\(text)'; it must be a number without a unit, \(limits).")
        }
        guard allows(value) else { throw SettingProblem("is '\(text)'; it must be \(limits).") }
        return value
      }, write: exact, record: SettingValue.number)
  }

  /// A whole number.
  package static func count<Count: FixedWidthInteger & Sendable>(
    _ name: String, _ path: Path<Count>, _ range: ClosedRange<Count>, unit: Unit? = nil, _ meaning: String,
    source: String? = nil
  ) -> Setting {
    let symbol = unit.map { " " + $0.symbol } ?? ""
    let limits = "\(range.lowerBound) to \(range.upperBound)\(symbol)"
    return custom(
      name, path, form: "whole number, \(limits)", meaning, source: source,
      read: { (text) throws(SettingProblem) in
        var digits = text[...]
        if let unit {
          let end =
            digits.lastIndex(where: { $0.isASCII && $0.isNumber }).map(digits.index(after:)) ?? digits.startIndex
          guard unit.matches(digits[end...].drop(while: { $0 == " " })) else {
            throw SettingProblem("is '\(text)'; write a whole number with its unit, \(limits).")
          }
          digits = digits[..<end]
        }
        guard let value = Count(digits) else {
          throw SettingProblem("is '\(text)'; it must be a whole number, \(limits).")
        }
        guard range.contains(value) else { throw SettingProblem("is '\(text)'; it must be \(limits).") }
        return value
      }, write: { "\($0)\(symbol)" }, record: { SettingValue.count(Int(clamping: $0)) })
  }
}
