import Reporting
import Testing

@Suite struct ProgressLineTests {
  @Test func showsPlaceNoteAndTimeLeft() {
    let line = ProgressLine(label: "Crafting", done: 30, total: 120, note: "loss 0.12", secondsLeft: 41.2)
    #expect(line.text(width: 80, .ascii) == "Crafting  #######-----------------------   30/120  loss 0.12  0:42 left")
  }

  @Test(arguments: [0, 5, 20, 40, 79, 200])
  func neverIsWiderThanTheTerminal(_ width: Int) {
    let line = ProgressLine(label: "Crafting pictures", done: 7, total: 1200, note: "loss 0.12", secondsLeft: 5000)
    #expect(line.text(width: width, .plain).count <= width)
  }

  @Test(arguments: [(-3, 10, 0.0), (20, 10, 1.0), (0, 0, 1.0), (5, 10, 0.5)])
  func sharesStayInBounds(_ done: Int, _ total: Int, _ share: Double) {
    #expect(ProgressLine(label: "x", done: done, total: total).share == share)
  }

  @Test func longTimesHaveHoursAndNonsenseIsLeftOut() {
    let line = ProgressLine(label: "x", done: 1, total: 2, secondsLeft: 3723)
    #expect(line.text(width: 60, .plain).hasSuffix("1:02:03 left"))
    for seconds in [Double.nan, -1, .infinity] {
      let line = ProgressLine(label: "x", done: 1, total: 2, secondsLeft: seconds)
      #expect(!line.text(width: 60, .plain).contains("left"))
    }
  }
}
