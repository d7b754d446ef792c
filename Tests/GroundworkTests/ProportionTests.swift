import Groundwork
import Testing

@Suite("Proportions")
struct ProportionTests {
  @Test(
    "have the score interval of Wilson 1927",
    arguments: [
      (0, 10, 0.0, 0.2775327998628892), (5, 10, 0.236593090512564, 0.763406909487436),
      (10, 10, 0.7224672001371108, 1.0), (1, 1, 0.20654931437723745, 1.0),
    ])
  func interval(_ count: Int, _ total: Int, _ low: Double, _ high: Double) throws {
    let interval = try #require(Proportion(count, of: total).interval95)
    #expect(abs(interval.lowerBound - low) < 1e-12)
    #expect(abs(interval.upperBound - high) < 1e-12)
  }

  @Test("say nothing of nothing")
  func nothing() {
    #expect(Proportion(0, of: 0).rate == nil)
    #expect(Proportion(0, of: 0).interval95 == nil)
  }

  @Test("of near copies are as wide as those of their groups")
  func groups() throws {
    let copies = try #require(Proportion(150, of: 300).interval95(groups: 10))
    let independent = try #require(Proportion(5, of: 10).interval95)
    #expect(copies == independent)
    #expect(Proportion(3, of: 3).interval95(groups: 3) == Proportion(3, of: 3).interval95)
  }
}
