/// What `stopline tune --json` prints: what each rejection threshold buys and costs.
package struct TuneRecord: Codable, Sendable, Equatable {
  /// The threshold that meets the limit on false rejects; nil when none does.
  @Nullable package var chosen: ThresholdRow?
  /// One row a threshold, rising.
  package var rows: [ThresholdRow]

  package init(chosen: ThresholdRow?, rows: [ThresholdRow]) {
    self.chosen = chosen
    self.rows = rows
  }
}

/// One rejection threshold: readings less sure than it count as none. All figures but the threshold are shares of the
/// images they speak of, in [0, 1].
package struct ThresholdRow: Codable, Sendable, Equatable {
  package var threshold: Double
  /// Of the clean images that were accepted, the share read correctly; nil when none was accepted.
  @Nullable package var cleanAccuracy: Double?
  /// Of the clean images that are read correctly, the share that was rejected.
  package var falseReject: Double
  /// Of the crafted images, the share still accepted as the class that the attack wanted; nil without an attack.
  @Nullable package var flipsPassed: Double?
  /// Of the clean stop signs, the share not read as stop.
  @Nullable package var missedStops: Double?
  /// Of the clean signs that are no stop signs, the share read as stop.
  @Nullable package var phantomStops: Double?

  package init(
    threshold: Double, cleanAccuracy: Double?, falseReject: Double, flipsPassed: Double?, missedStops: Double?,
    phantomStops: Double?
  ) {
    self.threshold = threshold
    self.cleanAccuracy = cleanAccuracy
    self.falseReject = falseReject
    self.flipsPassed = flipsPassed
    self.missedStops = missedStops
    self.phantomStops = phantomStops
  }

  private enum CodingKeys: String, CodingKey {
    case threshold
    case cleanAccuracy = "clean_accuracy"
    case falseReject = "false_reject"
    case flipsPassed = "flips_passed"
    case missedStops = "missed_stops"
    case phantomStops = "phantom_stops"
  }
}
