import Records
import Testing

@Suite("Summaries of norms")
struct SummaryTests {
  @Test("the median is the middle number, or the mean of the middle two")
  func median() throws {
    #expect(try #require(Summary(of: [3, 1, 8])).median == 3)
    #expect(try #require(Summary(of: [3, 1, 8, 4])).median == 3.5)
    #expect(try #require(Summary(of: [5])).median == 5)
  }

  @Test("the worst is the largest, or the smallest where less is worse")
  func meanAndWorst() throws {
    #expect(try #require(Summary(of: [3, 1, 8])).mean == 4)
    #expect(try #require(Summary(of: [3, 1, 8])).worst == 8)
    #expect(try #require(Summary(of: [3, 1, 8], worst: .smallest)).worst == 1)
  }

  @Test("values that are not finite are left out")
  func nonFinite() throws {
    #expect(try #require(Summary(of: [.infinity, 2, .nan])).mean == 2)
    #expect(Summary(of: [Double.infinity]) == nil)
    #expect(Summary(of: []) == nil)
  }

  @Test("norms are summed over the frames that were changed, and over those that have the norm")
  func partial() {
    let summary = NormSummary(of: [
      Norms(l0Pixels: 2, psnr: nil, ssim: 0.9), Norms(l0Pixels: 4, psnr: 30, ssim: 0.5), Norms(),
      Norms(l0Pixels: 0, l0Features: 0, l2: 0, ssim: 1),
    ])
    #expect(summary.frames == 2)
    #expect(summary.norms.l0Pixels?.mean == 3 && summary.norms.l0Pixels?.worst == 4)
    #expect(summary.norms.psnr?.median == 30)
    #expect(summary.norms.ssim?.worst == 0.5)
    #expect(summary.norms.l2 == nil)
    #expect(NormMedians(of: [Norms(l1: 1), Norms(l1: 2)]).l1 == 1.5)
  }
}

@Suite("Counts of readings")
struct ReadingCountTests {
  private let toYield = GoalRecord(from: 14, to: 13)

  @Test("every reading is of one kind, and what the attack wants decides which")
  func kinds() {
    let read: [Int?] = [14, 13, 17, nil]
    func kinds(_ goal: GoalRecord?) -> [ReadingKind] { read.map { ReadingKind($0, sign: 14, goal: goal) } }
    #expect(kinds(toYield) == [.sign, .goal, .other, .none])
    #expect(kinds(GoalRecord(from: 14, to: nil)) == [.sign, .goal, .goal, .none])
    #expect(kinds(nil) == [.sign, .other, .other, .none])
  }

  @Test("the parts add up")
  func sums() {
    let kinds: [ReadingKind] = [.sign, .goal, .goal, .other, .none, .none, .none]
    let counts = ReadingCounts(of: kinds)
    #expect(counts.frames == counts.sign + counts.goal + counts.other + counts.none)
    #expect([counts.sign, counts.goal, counts.other, counts.none] == [1, 2, 1, 3])
    let turned = TurnedRecord(of: kinds)
    #expect(turned.eligible == turned.kept + turned.turned && turned.turned == 6)
  }

  @Test("only photographs whose clean twin is read as the sign can be turned")
  func eligible() throws {
    var misread = RecordSamples.frame
    misread.clean.classNumber = nil
    misread.attacked?.classNumber = 13
    var turned = RecordSamples.frame
    turned.attacked?.classNumber = 13
    let record = RecordSamples.drive(
      attack: RecordSamples.attackedDrive.attack, attacked: RecordSamples.outcome,
      frames: [misread, turned, RecordSamples.frame])
    let counts = try #require(record.turned)
    #expect(counts.eligible == 2 && counts.goal == 1 && counts.none == 1)
    #expect(RecordSamples.cleanDrive.turned == nil)
  }
}
