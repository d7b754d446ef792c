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
  package var interval95: ClosedRange<Double>? { interval95(groups: total) }

  /// The 95 % interval where trials come in groups of near copies, as photographs of one sign do: that of as many
  /// independent trials as there are groups, which is the widest that the copies can make it; nil of nothing.
  /// - Parameter groups: how many groups the trials fall into, at least 1 where there is a trial.
  package func interval95(groups: Int) -> ClosedRange<Double>? {
    guard let share = rate, groups > 0 else { return nil }
    let n = Double(min(groups, total))
    let z = 1.959963984540054
    let center = (share + z * z / (2 * n)) / (1 + z * z / n)
    let reach = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return max(0, center - reach)...min(1, center + reach)
  }
}
