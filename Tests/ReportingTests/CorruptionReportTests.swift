import Groundwork
import Imaging
import Records
import Reporting
import Testing

@Suite struct CorruptionReportTests {
  private func row(
    _ name: String, _ family: String, _ errors: [Double], group: CorruptionRow.Group = .main, relative: Double? = nil,
    signs: Int = 10
  ) -> CorruptionRow {
    CorruptionRow(
      name: name, family: family, group: group, cleanError: 0.01, errors: errors,
      missed: [0, 0, 0, 0, signs / 2].map { RateRecord(Proportion($0, of: signs)) }, corruptionError: relative)
  }

  private func record(relative: RelativeCorruptionRecord? = nil) -> CorruptionRecord {
    CorruptionRecord(
      model: Fixtures.model, seed: 7, images: 3270, cleanError: 0.01, meanCorruptionError: 0.125, relative: relative,
      watched: ClassRecord(classNumber: 14, name: "stop"),
      rows: [
        row("gaussian-noise", "noise", [0.02, 0.05, 0.1, 0.15, 0.2], relative: 0.9),
        row("fog", "weather", [0.1, 0.15, 0.2, 0.25, 0.3], signs: 9),
        row("saturate", "digital", [0.9, 0.9, 0.9, 0.9, 0.9], group: .extra),
        row("fog", "weather", [0, 0, 0, 0, 0.1], group: .rendered),
      ])
  }

  @Test func sentenceNamesTheMeanAndTheWorst() {
    #expect(
      CorruptionReport(record()).verdict == "Mean corruption error 12.50 % over 2 corruptions at five severities, "
        + "against 1.00 % on the 3,270 clean images; worst under fog, 20.00 %.")
    let relative = RelativeCorruptionRecord(model: Fixtures.model, mean: 0.75, meanOfLoss: nil)
    #expect(
      CorruptionReport(record(relative: relative)).verdict.hasSuffix(
        "Relative to gtsrb.safetensors (100 % is as good): mCE 75.0 %, relative mCE -."))
  }

  @Test func tableHasARowACorruption() {
    let table = CorruptionReport(record()).table
    #expect(table.rows.map { $0[0].text } == ["gaussian-noise", "fog", "saturate", "fog"])
    #expect(table.rows.map { $0[1].text } == ["noise", "weather", "digital, extra", "weather, rendered"])
    #expect(
      table.rows[0][2...].map(\.text) == [
        "1.0 %", "2.0 %", "5.0 %", "10.0 %", "15.0 %", "20.0 %", "10.4 %", "50.0 % (5 of 10)",
      ])
    #expect(table.columns.map(\.title).contains("stop missed at 5") && table.rows[1][9].text == "-")
    let relative = RelativeCorruptionRecord(model: Fixtures.model, mean: 0.75, meanOfLoss: nil)
    let wider = CorruptionReport(record(relative: relative)).table
    #expect(wider.columns.last?.title == "CE" && wider.rows.map { $0[10].text } == ["90.0 %", "-", "-", "-"])
  }

  @Test func chartHasAPanelAFamilyAndOneForTheRenderer() {
    let two = CorruptionReport(record()).chart
    #expect(two.width == 1440)
    var fewer = record()
    fewer.rows.removeLast(2)
    #expect(CorruptionReport(fewer).chart.height < two.height)
  }

  @Test func sheetShowsEveryPicture() {
    let pictures = (0..<6).map { number in
      ReadPicture(image: Fixtures.picture(shift: number), reading: number < 5 ? Fixtures.stop : Fixtures.yield)
    }
    let sheet = CorruptionSheet(
      title: "stop", details: "", sign: 14,
      rows: (0..<3).map { CorruptionSheet.Row(name: "row \($0)", pictures: pictures) })
    let page = sheet.rendered()
    for column in [0, 5] {
      let place = PixelRectangle(x: 32 + 132 + column * 102, y: 132 + 122, width: 96, height: 96)
      #expect(page.part(place) == pictures[column].image.enlarged(by: 3))
    }
  }
}
