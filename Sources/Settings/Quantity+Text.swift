extension Quantity {
  /// A value in SI units as a file would have it, so that it reads back to the very same value: `50 km/h`; shares that
  /// are whole 8-bit levels as such, `8/255`; in the SI unit what has no short number in `unit`.
  package func text(of value: Double, in unit: Unit) -> String {
    // A change of whole 8-bit levels is known by their number and not by its percentage.
    let levels = (value * 255).rounded()
    if self == .share, value == levels / 255, levels > 0, levels < 255 { return "\(Int(levels))/255" }
    let short = "\(decimal(value / unit.scale)) \(unit.symbol)"
    if let read = try? self.value(of: short, example: ""), read == value { return short }
    let symbol = units.first { $0.scale == 1 }.map { " " + $0.symbol } ?? ""
    return exact(value) + symbol
  }
}

/// A number in as few digits as tell it to nine places, without an exponent where that is short: `3.4`, `900`.
package func decimal(_ value: Double) -> String {
  let rounded = (value * 1e9).rounded() / 1e9
  guard rounded == rounded.rounded(), abs(rounded) < 1e15 else { return "\(rounded)" }
  return "\(Int(rounded))"
}

/// A number in as few digits as tell it from all others.
func exact(_ value: Double) -> String {
  let short = decimal(value)
  return Double(short) == value ? short : "\(value)"
}
