import Groundwork

/// A share with what it counts: `{"count": 5, "of": 10, "rate": 0.5, "interval95": [0.237, 0.763]}`.
package struct RateRecord: Codable, Sendable, Equatable {
  /// The numerator.
  package var count: Int
  /// The denominator.
  package var of: Int
  /// In [0, 1]; nil of nothing.
  @Nullable package var rate: Double?
  /// What the share may be in truth at 95 %, low and high; nil of nothing.
  @Nullable package var interval95: [Double]?

  /// - Parameter interval95: the interval where pictures are kin; Wilson's for independent ones when left out.
  package init(_ proportion: Proportion, interval95: ClosedRange<Double>? = nil) {
    count = proportion.count
    of = proportion.total
    rate = proportion.rate
    let interval = interval95 ?? proportion.interval95
    self.interval95 = interval.map { [$0.lowerBound, $0.upperBound] }
  }
}
