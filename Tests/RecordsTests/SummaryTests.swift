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

  @Test func meanAndMax() throws {
    let summary = try #require(Summary(of: [3, 1, 8]))
    #expect(summary.mean == 4)
    #expect(summary.max == 8)
  }

  @Test("values that are not finite are left out")
  func nonFinite() throws {
    #expect(try #require(Summary(of: [.infinity, 2, .nan])).mean == 2)
    #expect(Summary(of: [Double.infinity]) == nil)
    #expect(Summary(of: []) == nil)
  }

  @Test("a norm that only some frames have is summed over those, one that none has is nil")
  func partial() {
    let summary = NormSummary(of: [Norms(l0Pixels: 2, psnr: nil), Norms(l0Pixels: 4, psnr: 30), Norms()])
    #expect(summary.l0Pixels?.mean == 3)
    #expect(summary.psnr?.median == 30)
    #expect(summary.ssim == nil)
    #expect(NormMedians(of: [Norms(l1: 1), Norms(l1: 2)]).l1 == 1.5)
  }
}
