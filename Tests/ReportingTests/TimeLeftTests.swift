import Testing

@testable import Reporting

@Suite("How long something still takes")
struct TimeLeftTests {
  @Test(
    arguments: [
      (0.0, "0 s left"), (0.2, "1 s left"), (20.0, "20 s left"), (99, "99 s left"), (100, "2 min left"),
      (90 * 60, "90 min left"), (125 * 60, "2 h 5 min left"),
    ] as [(Double, String)])
  func words(_ seconds: Double, _ text: String) {
    #expect(TimeLeft.text(seconds) == text)
  }

  @Test("what is no number says nothing", arguments: [Double.nan, .infinity, -1])
  func none(_ seconds: Double) {
    #expect(TimeLeft.text(seconds) == nil)
  }

  @Test("the last line of a training has nothing left")
  func training() {
    #expect(TrainingText.line(1, 2, 0.5, nil, 1000, 20).hasSuffix("images/s, 20 s left"))
    #expect(TrainingText.line(2, 2, 0.5, nil, 1000, 0).hasSuffix("images/s"))
  }
}
