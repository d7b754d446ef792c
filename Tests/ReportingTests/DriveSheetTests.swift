import Imaging
import Records
import Reporting
import Testing

@Suite struct DriveSheetTests {
  private func sheet(_ moments: [DriveMoment], attacked: Bool) -> Image {
    DriveSheet(record: Fixtures.drive(attacked: attacked), moments: moments, names: Fixtures.names).rendered()
  }

  @Test func attackedDrivesShowEveryPhotographFourTimes() {
    let moments = Fixtures.moments([70, 55, 40, 10], attacked: true)
    let page = sheet(moments, attacked: true)
    #expect((page.width, page.height) == (DriveSheet.size.width, DriveSheet.size.height))
    for (column, moment) in moments.enumerated() {
      let x = 64 + column * 208
      func panel(_ row: Int) -> Image {
        page.part(PixelRectangle(x: x, y: 136 + 24 + row * 215, width: 192, height: 192))
      }
      #expect(panel(0) == moment.clean.image.enlarged(by: 6))
      #expect(panel(1) == moment.crafted?.image.enlarged(by: 6))
      #expect(panel(2) != panel(1))
      #expect(panel(3) == moment.control?.image.enlarged(by: 6))
    }
  }

  @Test func cleanDrivesShowThemOnceAndLarger() {
    let moments = Fixtures.moments([70, 55, 40, 10], attacked: false)
    let page = sheet(moments, attacked: false)
    let last = PixelRectangle(x: 64 + 400, y: 136 + 443 + 24, width: 384, height: 384)
    #expect(page.part(last) == moments[3].clean.image.enlarged(by: 12))
  }

  @Test func atMostFourAreShownTheLastMomentAmongThem() {
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
    record.controlFrames = []
    record.controlMotion = []
    let page = DriveSheet(record: record, moments: [], names: Fixtures.names).rendered()
    #expect(page == DriveSheet(record: record, moments: [], names: Fixtures.names).rendered())
  }

  @Test("a reading that is not the sign is red, rejected or wrong, with an attack and without")
  func wrongReadings() {
    let red: SIMD3<Float> = [0xC1 / 255, 0x12 / 255, 0x1C / 255]
    func reds(_ reading: ReadingRecord, attacked: Bool) -> Int {
      var moments = Fixtures.moments([70], attacked: attacked)
      moments[0].clean.reading = reading
      moments[0].crafted?.reading = Fixtures.stop
      let page = sheet(moments, attacked: attacked)
      let side = attacked ? 192 : 384
      let caption = page.part(PixelRectangle(x: 64, y: 136 + 24 + side, width: side, height: 23))
      return (0..<caption.pixelCount).count { pixel in
        (0..<3).allSatisfy { abs(caption.samples[$0 * caption.pixelCount + pixel] - red[$0]) < 0.02 }
      }
    }
    for attacked in [true, false] {
      #expect(reds(Fixtures.stop, attacked: attacked) == 0)
      #expect(reds(Fixtures.yield, attacked: attacked) > 10)
      #expect(reds(Fixtures.rejected, attacked: attacked) > 10)
    }
  }

  @Test func theSpeedChartHasBothDrivesAndTheLine() {
    let chart = SpeedChart(Fixtures.drive(attacked: true)).chart
    #expect(chart.series.map(\.name) == ["clean drive", "attacked drive", "control drive"])
    #expect(chart.marks.map(\.x) == [40, 0])
    #expect(SpeedChart(Fixtures.drive(attacked: false)).chart.series.map(\.name) == ["drive"])
    var idle = Fixtures.drive(attacked: true)
    idle.sign.isActedOn = false
    #expect(SpeedChart(idle).chart.marks.map(\.name) == ["the sign"])
  }
}
