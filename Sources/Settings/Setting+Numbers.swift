extension Setting where Root: Configurable {
  /// A number with a unit, kept in SI; the range and the default are shown in `unit`.
  package static func quantity(
    _ name: String, _ path: Path<Double>, _ quantity: Quantity, in unit: Unit, _ range: ClosedRange<Double>,
    _ meaning: String, source: String? = nil
  ) -> Setting {
    let limits = "\(decimal(range.lowerBound)) to \(decimal(range.upperBound)) \(unit.symbol)"
    // The remedy shows a value that would be accepted: the default.
    let example = quantity.text(of: Root()[keyPath: path], in: unit)
    return custom(
      name, path, form: "\(quantity.noun), \(limits)", meaning, source: source,
      read: { (text) throws(SettingProblem) in
        let value = try quantity.value(of: text, example: example)
        // A bound written in the file's unit must pass although its product with the scale may be a bit off.
        let slack = 1e-9 * max(abs(range.lowerBound), abs(range.upperBound))
        guard (range.lowerBound - slack...range.upperBound + slack).contains(value / unit.scale) else {
          throw SettingProblem("is '\(text)'; it must be \(limits).")
        }
        return value
      }, write: { quantity.text(of: $0, in: unit) }, record: SettingValue.number)
  }

  /// A share of a whole or of the range from black to white: `8/255`, `3 %`, `0.03`; the range is shown in percent.
  package static func share(
    _ name: String, _ path: Path<Double>, _ range: ClosedRange<Double> = 0...100, _ meaning: String,
    source: String? = nil
  ) -> Setting {
    quantity(name, path, .share, in: .percent, range, meaning, source: source)
  }

  /// A number without a unit.
  package static func number(
    _ name: String, _ path: Path<Double>, _ range: ClosedRange<Double>, _ meaning: String, source: String? = nil
  ) -> Setting {
    let limits = "\(decimal(range.lowerBound)) to \(decimal(range.upperBound))"
    return custom(
      name, path, form: "number, \(limits)", meaning, source: source,
      read: { (text) throws(SettingProblem) in
        guard let value = Quantity.number(text) else {
          throw SettingProblem("is '\(text)'; it must be a number without a unit, \(limits).")
        }
        guard range.contains(value) else { throw SettingProblem("is '\(text)'; it must be \(limits).") }
        return value
      }, write: decimal, record: SettingValue.number)
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
