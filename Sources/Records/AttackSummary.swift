import Groundwork

/// What an attack came to over all images.
package struct AttackSummary: Codable, Sendable, Equatable {
  /// How many images there are.
  package var images: Int
  /// How many of them were read as what they show before, so that they can be turned.
  package var attempted: Int
  /// How many of those met the goal.
  package var succeeded: Int
  /// `succeeded` of `attempted`, in [0, 1]; nil of nothing.
  @Nullable package var rate: Double?
  /// What the rate may be in truth at 95 % (Wilson 1927), low and high; nil of nothing.
  @Nullable package var interval95: [Double]?
  /// The medians over the images that met the goal.
  package var median: NormMedians

  package init(of rows: [AttackedImageRecord]) {
    let turned = rows.filter(\.success)
    let share = Proportion(turned.count, of: rows.count { $0.status != .misread })
    images = rows.count
    attempted = share.total
    succeeded = share.count
    rate = share.rate
    interval95 = share.interval95.map { [$0.lowerBound, $0.upperBound] }
    median = NormMedians(of: turned.map(\.norms))
  }
}

/// What random noise of the same norm came to on the same images.
package struct AttackControlRecord: Codable, Sendable, Equatable {
  /// What the noise has in common with the perturbation: `linf`, `l2`, `l1`, `l0_features`, `l0_pixels`.
  package var norm: String
  /// How many images were read as what they show before.
  package var attempted: Int
  /// How many of those met the goal.
  package var succeeded: Int
  /// `succeeded` of `attempted`, in [0, 1]; nil of nothing.
  @Nullable package var rate: Double?
  /// What the rate may be in truth at 95 % (Wilson 1927), low and high; nil of nothing.
  @Nullable package var interval95: [Double]?
  /// What each noisy image was read as, in the images' order.
  package var readings: [ReadingRecord]

  package init(norm: String, share: Proportion, readings: [ReadingRecord]) {
    self.norm = norm
    self.readings = readings
    attempted = share.total
    succeeded = share.count
    rate = share.rate
    interval95 = share.interval95.map { [$0.lowerBound, $0.upperBound] }
  }
}
