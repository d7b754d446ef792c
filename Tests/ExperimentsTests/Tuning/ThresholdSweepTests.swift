import Records
import Testing

@testable import Experiments

@Suite("A sweep of the rejection threshold")
struct ThresholdSweepTests {
  typealias Clean = ThresholdSweep.CleanReading

  /// Of sign 1: two of one track read rightly, one read as 2. Of sign 2: one read rightly, one read as 1.
  static let clean = [
    Clean(label: 1, classNumber: 1, confidence: 0.9, track: 0),
    Clean(label: 1, classNumber: 1, confidence: 0.5, track: 0),
    Clean(label: 1, classNumber: 2, confidence: 0.6, track: 1),
    Clean(label: 2, classNumber: 2, confidence: 0.8, track: 2),
    Clean(label: 2, classNumber: 1, confidence: 0.7, track: 3),
  ]

  private func row(_ threshold: Double, crafted: [ThresholdSweep.CraftedReadings] = []) -> ThresholdRow {
    ThresholdSweep(sign: 1, clean: Self.clean, crafted: crafted, craftedTracks: 1).rows(at: [threshold])[0]
  }

  @Test("counts what is accepted, right, rejected, missed and invented")
  func arithmetic() {
    let open = row(0)
    #expect(open.counts == .init(images: 5, right: 3, accepted: 5, acceptedRight: 3))
    #expect(open.coverage == 1 && open.accuracy == 0.6 && open.falseReject == 0)
    #expect(open.missed.count == 1 && open.missed.of == 3)
    #expect(open.phantom.count == 1 && open.phantom.of == 2)
    let half = row(0.65)
    #expect(half.counts == .init(images: 5, right: 3, accepted: 3, acceptedRight: 2))
    #expect(half.coverage == 0.6 && half.falseReject == 1.0 / 3)
    #expect(half.missed.count == 2 && half.phantom.count == 1)
    let closed = row(0.95)
    #expect(closed.coverage == 0 && closed.accuracy == nil && closed.falseReject == 1)
    #expect(closed.missed.count == 3 && closed.phantom.count == 0)
  }

  @Test("accepts a reading that is exactly as sure as the threshold")
  func border() {
    #expect(row(0.9).counts.accepted == 1)
  }

  @Test("counts tracks in intervals, not their pictures")
  func tracks() throws {
    let high = try #require(row(0).falseRejectInterval?.last)
    // Three pictures read rightly are of two signs: 0 of 2.
    #expect(abs(high - 0.6576) < 1e-4)
  }

  @Test("has a column an attack, which useless attacks beside it do not change")
  func attacks() throws {
    let strong = ThresholdSweep.CraftedReadings(attack: "jsma", reach: [0.9, 0.5, nil, 0.9])
    let weak = ThresholdSweep.CraftedReadings(attack: "noise", reach: [nil, nil, nil, nil])
    let row = row(0.6, crafted: [strong, weak])
    #expect(row.passed["jsma"]?.passed == 2 && row.passed["jsma"]?.of == 4 && row.passed["jsma"]?.rate == 0.5)
    #expect(row.passed["noise"]?.passed == 0)
    #expect(row.worstPassed == 0.5)
  }

  @Test("says nothing of 0 of 0")
  func nothing() {
    let crafted = ThresholdSweep.CraftedReadings(attack: "jsma", reach: [])
    let row = ThresholdSweep(sign: 1, clean: [], crafted: [crafted], craftedTracks: 0).rows(at: [0.5])[0]
    #expect(row.coverage == nil && row.accuracy == nil && row.falseReject == nil && row.falseRejectInterval == nil)
    #expect(row.passed["jsma"]?.rate == nil && row.passed["jsma"]?.interval95 == nil)
    #expect(row.missed.rate == nil && row.phantom.rate == nil && row.worstPassed == nil)
  }
}

@Suite("The choice of a threshold")
struct ThresholdChoiceTests {
  private func rows(_ crafted: [Double?] = [0.9, 0.8]) -> [ThresholdRow] {
    let clean = (0..<100).map {
      ThresholdSweep.CleanReading(label: 1, classNumber: 1, confidence: Double($0 + 1) / 100, track: $0)
    }
    return ThresholdSweep(
      sign: 1, clean: clean, crafted: [.init(attack: "pgd", reach: crafted)], craftedTracks: 2
    ).rows()
  }

  @Test("is the highest that rejects no more than allowed")
  func falseRejects() {
    let limits = TuneLimits(maxFalseReject: 0.05, maxPassed: nil)
    // Five of a hundred readings are less sure than 0.06.
    #expect(ThresholdSweep.choice(among: rows(), within: limits)?.threshold == 0.06)
  }

  @Test("with a limit on what passes is the lowest that keeps both")
  func passed() {
    let generous = TuneLimits(maxFalseReject: 0.9, maxPassed: 0.5)
    #expect(ThresholdSweep.choice(among: rows(), within: generous)?.threshold == 0.81)
    let strict = TuneLimits(maxFalseReject: 0.05, maxPassed: 0.5)
    #expect(ThresholdSweep.choice(among: rows(), within: strict) == nil)
  }

  @Test("is none where nothing was read rightly, and none where nothing was crafted but a limit on it stands")
  func nothing() {
    let wrong = [ThresholdSweep.CleanReading(label: 1, classNumber: 2, confidence: 0.9, track: 0)]
    let misread = ThresholdSweep(sign: 1, clean: wrong, crafted: [], craftedTracks: 0).rows()
    #expect(ThresholdSweep.choice(among: misread, within: TuneLimits(maxFalseReject: 1, maxPassed: nil)) == nil)
    let limits = TuneLimits(maxFalseReject: 0.9, maxPassed: 1)
    #expect(ThresholdSweep.choice(among: rows([]), within: limits) == nil)
  }
}
