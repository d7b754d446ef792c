/// How many of how many, with what the share may be in truth.
package struct Proportion: Sendable, Hashable {
  /// The numerator, from 0 to `total`.
  package let count: Int
  /// The denominator, at least 0.
  package let total: Int

  /// - Precondition: `count` is in `0...total`.
  package init(_ count: Int, of total: Int) {
    precondition((0...max(0, total)).contains(count), "a part is no larger than its whole")
    self.count = count
    self.total = total
  }

  /// The share in [0, 1]; nil of nothing.
  package var rate: Double? { total > 0 ? Double(count) / Double(total) : nil }

  /// The 95 % interval of the share (the score interval of Wilson 1927), for independent trials; nil of nothing.
  package var interval95: ClosedRange<Double>? {
    guard total > 0 else { return nil }
    let n = Double(total)
    let share = Double(count) / n
    let z = 1.959963984540054
    let center = (share + z * z / (2 * n)) / (1 + z * z / n)
    let reach = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return max(0, center - reach)...min(1, center + reach)
  }
}
