import Defenses
import Records

/// What each rejection threshold costs on clean photographs and buys against crafted ones.
///
/// A reading less sure than the threshold counts as none, so a row is a count over readings that were made once.
package struct ThresholdSweep: Sendable {
  /// A clean photograph as it was read.
  package struct CleanReading: Sendable, Equatable {
    /// What the sign is.
    package var label: Int
    /// What was read; nil when a defence rejected it.
    package var classNumber: Int?
    /// In [0, 1].
    package var confidence: Double

    package init(label: Int, classNumber: Int?, confidence: Double) {
      self.label = label
      self.classNumber = classNumber
      self.confidence = confidence
    }
  }

  /// A crafted photograph as it was read after rounding to 8 bits.
  package struct CraftedReading: Sendable, Equatable {
    /// In [0, 1].
    package var confidence: Double
    /// Whether the reading is what the attack wanted.
    package var meetsGoal: Bool

    package init(confidence: Double, meetsGoal: Bool) {
      self.confidence = confidence
      self.meetsGoal = meetsGoal
    }
  }

  /// 0 to 0.99 in hundredths, then ever closer to 1, where a sure network's readings crowd.
  package static let standardThresholds = (0..<100).map { Double($0) / 100 } + [0.995, 0.998, 0.999, 0.9995, 0.9999]

  private let clean: [CleanReading]
  private let crafted: [CraftedReading]
  /// The reader's number of a stop sign.
  private let stop: Int

  /// - Precondition: at least one clean reading.
  package init(clean: [CleanReading], crafted: [CraftedReading], stop: Int) {
    precondition(!clean.isEmpty, "a threshold is tuned on at least one clean photograph")
    self.clean = clean
    self.crafted = crafted
    self.stop = stop
  }

  /// One row a threshold, and the highest threshold that rejects no more than `maximumFalseReject` of the clean
  /// photographs that are read correctly; nil where even the lowest rejects more.
  ///
  /// - Parameters:
  ///   - maximumFalseReject: a share in [0, 1].
  ///   - thresholds: rising, each in [0, 1].
  package func record(
    maximumFalseReject: Double, thresholds: [Double] = ThresholdSweep.standardThresholds
  ) -> TuneRecord {
    let rows = thresholds.map(row)
    return TuneRecord(chosen: rows.last { $0.falseReject <= maximumFalseReject }, rows: rows)
  }

  private func row(_ threshold: Double) -> ThresholdRow {
    let rejection = Rejection(threshold: threshold)
    let accepted = clean.filter { $0.classNumber != nil && rejection.accepts($0.confidence) }
    let correct = clean.filter { $0.classNumber == $0.label }
    let stops = clean.filter { $0.label == stop }
    let others = clean.filter { $0.label != stop }
    return ThresholdRow(
      threshold: threshold,
      cleanAccuracy: share(accepted) { $0.classNumber == $0.label },
      falseReject: share(correct) { !rejection.accepts($0.confidence) } ?? 0,
      flipsPassed: share(crafted) { $0.meetsGoal && rejection.accepts($0.confidence) },
      missedStops: share(stops) { $0.classNumber != stop || !rejection.accepts($0.confidence) },
      phantomStops: share(others) { $0.classNumber == stop && rejection.accepts($0.confidence) })
  }

  private func share<Reading>(_ readings: [Reading], where holds: (Reading) -> Bool) -> Double? {
    readings.isEmpty ? nil : Double(readings.count(where: holds)) / Double(readings.count)
  }
}
