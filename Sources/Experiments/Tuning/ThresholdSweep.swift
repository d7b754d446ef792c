import Defenses
import Groundwork
import Records

/// What each rejection threshold costs on clean pictures and buys against crafted ones.
///
/// A reading less sure than the threshold counts as none, so a row is a count over readings that were made once.
package struct ThresholdSweep: Sendable {
  /// A clean picture as it was read.
  package struct CleanReading: Sendable, Equatable {
    /// What the picture shows, by the reader's own number.
    package var label: Int
    /// What was read; nil where another defence rejects the picture.
    package var classNumber: Int?
    /// In [0, 1].
    package var confidence: Double
    /// Which physical sign is shown.
    package var track: Int

    package init(label: Int, classNumber: Int?, confidence: Double, track: Int) {
      self.label = label
      self.classNumber = classNumber
      self.confidence = confidence
      self.track = track
    }

    package var isRight: Bool { label == classNumber }

    /// Whether a reader that rejects below the threshold gives an answer.
    package func isAccepted(by rejection: Rejection) -> Bool { classNumber != nil && rejection.accepts(confidence) }
  }

  /// What one attack comes to on the pictures that it was given.
  package struct CraftedReadings: Sendable, Equatable {
    /// As it was asked for: `pgd(epsilon=4/255)`.
    package var attack: String
    /// For each picture the highest threshold that the attack passes although the threshold stands; nil where it passes
    /// none.
    package var reach: [Double?]

    package init(attack: String, reach: [Double?]) {
      self.attack = attack
      self.reach = reach
    }
  }

  /// 0 to 0.99 in hundredths, then ever closer to 1, where a sure network's readings crowd.
  package static let standardThresholds = (0..<100).map { Double($0) / 100 } + [0.995, 0.998, 0.999, 0.9995, 0.9999]

  private let sign: Int
  private let clean: [CleanReading]
  private let crafted: [CraftedReadings]
  private let craftedTracks: Int
  private let rightTracks: Int
  private let signTracks: Int
  private let otherTracks: Int

  /// - Parameters:
  ///   - sign: the class that must not be missed, by the reader's own number.
  ///   - craftedTracks: how many physical signs the crafted pictures show.
  package init(sign: Int, clean: [CleanReading], crafted: [CraftedReadings], craftedTracks: Int) {
    func tracks(where holds: (CleanReading) -> Bool) -> Int { Set(clean.lazy.filter(holds).map(\.track)).count }
    self.sign = sign
    self.clean = clean
    self.crafted = crafted
    self.craftedTracks = craftedTracks
    rightTracks = tracks(where: \.isRight)
    signTracks = tracks { $0.label == sign }
    otherTracks = tracks { $0.label != sign }
  }

  /// One row a threshold.
  package func rows(at thresholds: [Double] = ThresholdSweep.standardThresholds) -> [ThresholdRow] {
    thresholds.map(row)
  }

  /// The row that keeps the limits; nil when none does.
  ///
  /// Of the rows that reject no more of what is read rightly than allowed it is the highest threshold; where a share of
  /// crafted pictures is allowed to pass too, the lowest that keeps both, since a higher one only costs more. Of nothing
  /// read rightly nothing can be promised, so nothing is chosen.
  package static func choice(among rows: [ThresholdRow], within limits: TuneLimits) -> ThresholdRow? {
    let kept = rows.filter { row in row.falseReject.map { $0 <= limits.maxFalseReject } ?? false }
    guard let maxPassed = limits.maxPassed else { return kept.last }
    return kept.first { row in row.worstPassed.map { $0 <= maxPassed } ?? false }
  }

  private func row(_ threshold: Double) -> ThresholdRow {
    let rejection = Rejection(threshold: threshold)
    let accepted = clean.filter { $0.isAccepted(by: rejection) }
    let signs = clean.filter { $0.label == sign }
    let others = clean.count - signs.count
    let missed = signs.count { $0.classNumber != sign || !$0.isAccepted(by: rejection) }
    let phantom = accepted.count { $0.label != sign && $0.classNumber == sign }
    return ThresholdRow(
      threshold: threshold,
      counts: .init(
        images: clean.count, right: clean.count(where: \.isRight), accepted: accepted.count,
        acceptedRight: accepted.count(where: \.isRight)),
      groups: rightTracks, passed: passed(at: threshold), missed: rate(missed, of: signs.count, in: signTracks),
      phantom: rate(phantom, of: others, in: otherTracks))
  }

  private func passed(at threshold: Double) -> [String: PassedRecord] {
    let records = crafted.map { readings in
      let count = readings.reach.count { $0.map { $0 >= threshold } ?? false }
      let record = PassedRecord(Proportion(count, of: readings.reach.count), groups: craftedTracks)
      return (readings.attack, record)
    }
    return Dictionary(records) { first, _ in first }
  }

  private func rate(_ count: Int, of total: Int, in tracks: Int) -> RateRecord {
    let proportion = Proportion(count, of: total)
    return RateRecord(proportion, interval95: proportion.interval95(groups: tracks))
  }
}
