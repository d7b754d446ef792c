import Groundwork

/// One rejection threshold: readings less sure than it count as none. Shares are in [0, 1] and nil of nothing.
package struct ThresholdRow: Codable, Sendable, Equatable {
  package var threshold: Double
  /// Of the clean pictures, the share that was accepted.
  @Nullable package var coverage: Double?
  /// Of the clean pictures that were accepted, the share read rightly.
  @Nullable package var accuracy: Double?
  /// Of the clean pictures that are read rightly, the share that was rejected.
  @Nullable package var falseReject: Double?
  /// What the three shares count.
  package var counts: Counts
  /// What the false rejects may be in truth at 95 %, low and high, by track.
  @Nullable package var falseRejectInterval: [Double]?
  /// Of the crafted pictures, those that an attacker who knows the threshold gets read as it wants; by the attack's text.
  package var passed: [String: PassedRecord]
  /// Of the clean pictures of the sign, those not read as it.
  package var missed: RateRecord
  /// Of the clean pictures of other signs, those read as it.
  package var phantom: RateRecord

  /// Clean pictures.
  package struct Counts: Codable, Sendable, Equatable {
    package var images: Int
    /// Read rightly, however surely.
    package var right: Int
    package var accepted: Int
    package var acceptedRight: Int

    package init(images: Int, right: Int, accepted: Int, acceptedRight: Int) {
      self.images = images
      self.right = right
      self.accepted = accepted
      self.acceptedRight = acceptedRight
    }

    private enum CodingKeys: String, CodingKey {
      case images, right, accepted
      case acceptedRight = "accepted_right"
    }
  }

  /// - Parameter groups: how many tracks the rightly read pictures are of.
  package init(
    threshold: Double, counts: Counts, groups: Int, passed: [String: PassedRecord], missed: RateRecord,
    phantom: RateRecord
  ) {
    let rejected = Proportion(counts.right - counts.acceptedRight, of: counts.right)
    self.threshold = threshold
    self.counts = counts
    coverage = Proportion(counts.accepted, of: counts.images).rate
    accuracy = Proportion(counts.acceptedRight, of: counts.accepted).rate
    falseReject = rejected.rate
    falseRejectInterval = rejected.interval95(groups: groups).map { [$0.lowerBound, $0.upperBound] }
    self.passed = passed
    self.missed = missed
    self.phantom = phantom
  }

  /// The share that the strongest attack passes; nil without an attack that was given a picture.
  package var worstPassed: Double? { passed.values.compactMap(\.rate).max() }

  private enum CodingKeys: String, CodingKey {
    case threshold, coverage, accuracy
    case falseReject = "false_reject"
    case counts
    case falseRejectInterval = "false_reject_interval95"
    case passed, missed, phantom
  }
}

/// Of the pictures that one attack was given, those that pass a threshold which it knows.
package struct PassedRecord: Codable, Sendable, Equatable {
  package var of: Int
  package var passed: Int
  /// In [0, 1]; nil of nothing.
  @Nullable package var rate: Double?
  /// By track, low and high; nil of nothing.
  @Nullable package var interval95: [Double]?

  /// - Parameter groups: how many tracks the pictures are of.
  package init(_ proportion: Proportion, groups: Int) {
    of = proportion.total
    passed = proportion.count
    rate = proportion.rate
    interval95 = proportion.interval95(groups: groups).map { [$0.lowerBound, $0.upperBound] }
  }
}
