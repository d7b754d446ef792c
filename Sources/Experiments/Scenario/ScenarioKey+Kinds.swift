import Groundwork

typealias ScenarioPath<Value> = WritableKeyPath<Scenario, Value> & Sendable

extension ScenarioKey {
  /// A key whose values are read and written by two functions.
  static func custom<Value>(
    _ name: String, _ path: ScenarioPath<Value>, form: String, _ meaning: String, source: String? = nil,
    read: @escaping @Sendable (String) throws(ScenarioProblem) -> Value, write: @escaping @Sendable (Value) -> String
  ) -> ScenarioKey {
    ScenarioKey(
      name: name, form: form, meaning: meaning, source: source, text: { write($0[keyPath: path]) },
      assign: { (text, scenario) throws(ScenarioProblem) in scenario[keyPath: path] = try read(text) })
  }

  /// A number with a unit, kept in SI; the range and the default are shown in `unit`.
  static func quantity(
    _ name: String, _ path: ScenarioPath<Double>, _ quantity: Quantity, in unit: Unit, _ range: ClosedRange<Double>,
    _ meaning: String, source: String? = nil
  ) -> ScenarioKey {
    let limits = "\(decimal(range.lowerBound)) to \(decimal(range.upperBound)) \(unit.symbol)"
    let written: @Sendable (Double) -> String = { value in
      // A change of whole 8-bit levels is known by their number and not by its percentage.
      let levels = (value * 255).rounded()
      if quantity == .share, abs(value * 255 - levels) < 1e-9, levels > 0, levels < 255 { return "\(Int(levels))/255" }
      return "\(decimal(value / unit.scale)) \(unit.symbol)"
    }
    // The remedy shows a value that would be accepted: the default.
    let example = written(Scenario()[keyPath: path])
    return custom(
      name, path, form: "\(quantity.noun), \(limits)", meaning, source: source,
      read: { (text) throws(ScenarioProblem) in
        let value = try quantity.value(of: text, example: example)
        // A bound written in the file's unit must pass although its product with the scale may be a bit off.
        let slack = 1e-9 * max(abs(range.lowerBound), abs(range.upperBound))
        guard (range.lowerBound - slack...range.upperBound + slack).contains(value / unit.scale) else {
          throw ScenarioProblem("is '\(text)'; it must be \(limits).")
        }
        return value
      }, write: written)
  }

  /// A number without a unit.
  static func number(
    _ name: String, _ path: ScenarioPath<Double>, _ range: ClosedRange<Double>, _ meaning: String,
    source: String? = nil
  ) -> ScenarioKey {
    let limits = "\(decimal(range.lowerBound)) to \(decimal(range.upperBound))"
    return custom(
      name, path, form: "number, \(limits)", meaning, source: source,
      read: { (text) throws(ScenarioProblem) in
        guard let value = Quantity.number(text) else {
          throw ScenarioProblem("is '\(text)'; it must be a number without a unit, \(limits).")
        }
        guard range.contains(value) else { throw ScenarioProblem("is '\(text)'; it must be \(limits).") }
        return value
      }, write: decimal)
  }

  /// A whole number.
  static func count<Count: FixedWidthInteger & Sendable>(
    _ name: String, _ path: ScenarioPath<Count>, _ range: ClosedRange<Count>, unit: Unit? = nil, _ meaning: String,
    source: String? = nil
  ) -> ScenarioKey {
    let symbol = unit.map { " " + $0.symbol } ?? ""
    let limits = "\(range.lowerBound) to \(range.upperBound)\(symbol)"
    return custom(
      name, path, form: "whole number, \(limits)", meaning, source: source,
      read: { (text) throws(ScenarioProblem) in
        var digits = text[...]
        if let unit {
          let end =
            digits.lastIndex(where: { $0.isASCII && $0.isNumber }).map(digits.index(after:)) ?? digits.startIndex
          guard unit.matches(digits[end...].drop(while: { $0 == " " })) else {
            throw ScenarioProblem("is '\(text)'; write a whole number with its unit, \(limits).")
          }
          digits = digits[..<end]
        }
        guard let value = Count(digits) else {
          throw ScenarioProblem("is '\(text)'; it must be a whole number, \(limits).")
        }
        guard range.contains(value) else { throw ScenarioProblem("is '\(text)'; it must be \(limits).") }
        return value
      }, write: { "\($0)\(symbol)" })
  }

  /// One word of a few.
  static func choice<Choice: RawRepresentable & CaseIterable & Sendable>(
    _ name: String, _ path: ScenarioPath<Choice>, _ meaning: String, source: String? = nil
  ) -> ScenarioKey where Choice.RawValue == String {
    let words = Choice.allCases.map(\.rawValue)
    return custom(
      name, path, form: "one of " + words.joined(separator: ", "), meaning, source: source,
      read: { (text) throws(ScenarioProblem) in
        if let choice = Choice(rawValue: text) { return choice }
        let remedy = Spelling.nearest(to: text, among: words).map { "; did you mean '\($0)'?" }
        throw ScenarioProblem(
          "is '\(text)'" + (remedy ?? ", which is not known; write one of " + words.joined(separator: ", ") + "."))
      }, write: \.rawValue)
  }

  /// Any text.
  static func text(_ name: String, _ path: ScenarioPath<String>, form: String = "text", _ meaning: String)
    -> ScenarioKey
  {
    custom(name, path, form: form, meaning, read: { (text) throws(ScenarioProblem) in text }, write: { $0 })
  }
}

/// A number in as few digits as tell it to nine places, without an exponent where that is short: `3.4`, `900`.
func decimal(_ value: Double) -> String {
  let rounded = (value * 1e9).rounded() / 1e9
  guard rounded == rounded.rounded(), abs(rounded) < 1e15 else { return "\(rounded)" }
  return "\(Int(rounded))"
}
