import Groundwork

/// A setting outside the range in which a drive makes sense.
package struct ParameterFault: ExplainedError, Equatable {
  /// Which setting, in words: `the vehicle's cruising speed`.
  package let quantity: String
  /// What it was set to.
  package let value: Double
  /// What it may be, with its unit: `from 0.5 to 100 m/s`.
  package let allowed: String

  package var kind: FaultKind { .usage }

  package var description: String {
    "\(quantity.prefix(1).uppercased())\(quantity.dropFirst()) is \(value); give a number \(allowed)."
  }

  /// - Throws: when `value` is NaN or outside `range`.
  static func check(
    _ value: Double, in range: ClosedRange<Double>, _ unit: String, _ quantity: String
  ) throws(ParameterFault) {
    guard range.contains(value) else {
      let unit = unit.isEmpty ? "" : " " + unit
      throw ParameterFault(
        quantity: quantity, value: value,
        allowed: "from \(short(range.lowerBound)) to \(short(range.upperBound))\(unit)")
    }
  }

  private static func short(_ bound: Double) -> String {
    bound == bound.rounded() ? "\(Int(bound))" : "\(bound)"
  }
}
