/// A quantity within limits, both told in one unit: 2 to 250 km/h.
package struct QuantityRange: Sendable, Equatable {
  package let quantity: Quantity
  package let unit: Unit
  /// In `unit`.
  package let range: ClosedRange<Double>

  package init(_ quantity: Quantity, in unit: Unit, _ range: ClosedRange<Double>) {
    self.quantity = quantity
    self.unit = unit
    self.range = range
  }

  /// The limits as sentences have them: `2 to 250 km/h`.
  package var limits: String { "\(decimal(range.lowerBound)) to \(decimal(range.upperBound)) \(unit.symbol)" }

  /// The limits with what is measured, for the reference: `speed, 2 to 250 km/h`.
  package var form: String { "\(quantity.noun), \(limits)" }

  /// The limits of whole numbers of the unit.
  package var counts: ClosedRange<Int> { Int(range.lowerBound)...Int(range.upperBound) }

  /// A value in SI units as a file would have it.
  package func text(of value: Double) -> String { quantity.text(of: value, in: unit) }

  /// The SI value of text such as `50 km/h`.
  /// - Parameters:
  ///   - example: an SI value that the remedy shows.
  ///   - word: what may be written in place of a value, for the remedy.
  package func value(
    of text: String, example: Double, or word: String? = nil
  ) throws(SettingProblem) -> Double {
    let value = try quantity.value(of: text, example: self.text(of: example))
    guard contains(value) else {
      throw SettingProblem("is '\(text)'; it must be \(limits)" + (word.map { ", or \($0)" } ?? "") + ".")
    }
    return value
  }

  /// Whether an SI value is within the limits; no number is not.
  package func contains(_ value: Double) -> Bool {
    // A bound written in the file's unit must pass although its product with the scale may be a bit off.
    let slack = 1e-9 * max(abs(range.lowerBound), abs(range.upperBound))
    return (range.lowerBound - slack...range.upperBound + slack).contains(value / unit.scale)
  }
}
