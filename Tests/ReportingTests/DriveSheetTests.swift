import Imaging
import Reporting
import Testing

@Suite struct DriveSheetTests {
  private func sheet(_ moments: [DriveMoment], attacked: Bool) -> Image {
    DriveSheet(record: Fixtures.drive(attacked: attacked), moments: moments, names: Fixtures.names).rendered()
  }

  @Test func attackedDrivesShowEveryPhotographThreeTimes() {
    let moments = Fixtures.moments([70, 55, 40, 10], attacked: true)
    let page = sheet(moments, attacked: true)
    #expect((page.width, page.height) == (DriveSheet.size.width, DriveSheet.size.height))
    for (column, moment) in moments.enumerated() {
      let x = 64 + column * 272
      func panel(_ row: Int) -> Image {
        page.part(PixelRectangle(x: x, y: 136 + 24 + row * 284, width: 256, height: 256))
      }
      #expect(panel(0) == moment.clean.image.enlarged(by: 8))
      #expect(panel(1) == moment.crafted?.image.enlarged(by: 8))
      #expect(panel(2) != panel(1))
    }
  }

  @Test func cleanDrivesShowThemOnceAndLarger() {
    let moments = Fixtures.moments([70, 55, 40, 10], attacked: false)
    let page = sheet(moments, attacked: false)
    let last = PixelRectangle(x: 64 + 400, y: 136 + 448 + 24, width: 384, height: 384)
    #expect(page.part(last) == moments[3].clean.image.enlarged(by: 12))
  }

  @Test func atMostFourAreShownTheBrakingPointAmongThem() {
    let all = Fixtures.moments([70, 60, 55, 50, 41, 30, 20, 10], attacked: true)
    let four = Fixtures.moments([70, 55, 41, 10], attacked: true)
    #expect(sheet(all, attacked: true) == sheet(four, attacked: true))
  }

  @Test(arguments: [[], [70.0], [70, 10], [70, 40, 10]], [true, false])
  func fewPhotographsWillDo(_ distances: [Double], _ attacked: Bool) {
    let page = sheet(Fixtures.moments(distances, attacked: attacked), attacked: attacked)
    #expect(page.samples.allSatisfy { (0...1).contains($0) })
  }

  @Test func drivesWithoutPhotographsOrMotionAreDrawn() {
    var record = Fixtures.drive(attacked: true)
    record.frames = []
    record.cleanFrames = []
    record.motion = []
    record.cleanMotion = []
    let page = DriveSheet(record: record, moments: [], names: Fixtures.names).rendered()
    #expect(page == DriveSheet(record: record, moments: [], names: Fixtures.names).rendered())
  }

  @Test func theSpeedChartHasBothDrivesAndTheLine() {
    let chart = SpeedChart(Fixtures.drive(attacked: true)).chart
    #expect(chart.series.map(\.name) == ["clean drive", "attacked drive"])
    #expect(chart.marks.map(\.x) == [40, 0])
    #expect(SpeedChart(Fixtures.drive(attacked: false)).chart.series.map(\.name) == ["drive"])
  }
}
