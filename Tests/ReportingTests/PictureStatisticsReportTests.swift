import Imaging
import Records
import Reporting
import Testing

@Suite struct PictureStatisticsReportTests {
  private func row(_ statistic: String, _ distance: Double) -> StatisticComparison {
    StatisticComparison(
      statistic: statistic, rendered: .init(low: 0.1, median: 0.25, high: 0.5),
      photographs: .init(low: 0.125, median: 0.3, high: 0.625), distance: distance, distanceOfHalves: nil,
      histogram: .init(low: 0, high: 1, rendered: [0.25, 0.75], photographs: [0.5, 0.5]))
  }

  private var report: PictureStatisticsReport {
    let rows = [
      row("brightness", 0.05), row("contrast", 0.02), row("sharpness", 0.2), row("colorfulness", 0.1), row("red", 0.9),
    ]
    return PictureStatisticsReport(
      PictureStatisticsRecord(
        seed: 7, pictures: 1200, statistics: rows,
        perClass: [ClassPictureStatistics(classNumber: 14, name: "stop", pictures: 1200, statistics: rows)]))
  }

  @Test func sentenceNamesTheNearestAndTheFurthest() {
    #expect(
      report.verdict
        == "1,200 rendered pictures beside as many photographs of the same classes: most alike in contrast "
        + "(0.020), least in red - luma (0.900), by Kolmogorov-Smirnov distance.")
  }

  @Test func tablesHoldEveryStatisticAndEveryClass() {
    #expect(report.overall.rows.map { $0[0].text }.suffix(2) == ["colourfulness", "red - luma"])
    #expect(
      report.overall.rows[0].map(\.text)
        == ["brightness", "0.100", "0.250", "0.500", "0.125", "0.300", "0.625", "0.050", "-"])
    #expect(report.classes.rows[0].prefix(5).map(\.text) == ["14", "stop", "1,200", "0.250 / 0.300", "0.05"])
  }

  @Test func chartHasAPanelAStatistic() {
    #expect(report.panels.count == 4)
    #expect(report.panels.allSatisfy { $0.series.count == 2 })
    // From the ground over two steps and back.
    #expect(report.panels[0].series[1].places.map(\.y) == [0, 25, 25, 75, 75, 0])
    #expect(report.panels[0].series[1].places.map(\.x) == [0, 0, 0.5, 0.5, 1, 1])
    #expect(report.chart.width == 1440)
  }

  @Test func classesStandInTwoBlocksOrBesideTheirPhotographs() {
    let pictures = [Fixtures.picture(), Fixtures.picture(shift: 3)]
    let names = ["14 stop", "13 yield", "1 speed-limit-30"]
    let alone = ClassSheet(
      title: "t", details: "", groups: ["rendered"],
      rows: names.map { .init(name: $0, pictures: [pictures]) }
    ).rendered()
    let beside = ClassSheet(
      title: "t", details: "", groups: ["rendered", "photographs"],
      rows: names.map { .init(name: $0, pictures: [pictures, pictures]) }
    ).rendered()
    #expect(beside.height > alone.height)
  }

  @Test func weatherSheetSaysWhereASignIsNotSeen() {
    let view = WeatherSheet.Photograph(
      frame: Fixtures.picture(width: 128, height: 128), crop: Fixtures.picture())
    func sheet(_ photographs: [WeatherSheet.Photograph?]) -> Image {
      WeatherSheet(
        title: "t", details: "", signs: ["Stop"], distances: [60, 12.5],
        rows: [.init(name: "fog", photographs: [photographs])]
      ).rendered()
    }
    let (both, near) = (sheet([view, view]), sheet([nil, view]))
    #expect(both.width == near.width && both != near)
  }
}
