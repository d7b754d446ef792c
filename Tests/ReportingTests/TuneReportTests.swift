import Groundwork
import Records
import Reporting
import Testing

@Suite("What tuning prints")
struct TuneReportTests {
  /// Of a hundred pictures that are read rightly, so many hundredths are rejected.
  private func row(_ threshold: Double, rejected: Int, passed: Int = 2, of total: Int = 4) -> ThresholdRow {
    ThresholdRow(
      threshold: threshold,
      counts: .init(images: 100, right: 100, accepted: 100 - rejected, acceptedRight: 100 - rejected), groups: 10,
      passed: ["pgd": PassedRecord(Proportion(passed, of: total), groups: 1)],
      missed: RateRecord(Proportion(0, of: 20)), phantom: RateRecord(Proportion(0, of: 0)))
  }

  private func record(
    _ rows: [ThresholdRow], chosen: ThresholdRow?, crafted: Int = 4, maxPassed: Double? = nil
  ) -> TuneRecord {
    TuneRecord(
      arithmetic: ArithmeticRecord(kernel: "portable", algorithm: "direct"),
      subject: SubjectRecord(model: Fixtures.model, defences: []),
      data: DataRecord(path: "GTSRB", sha256: "ab", images: 100), seed: 7,
      sign: ClassRecord(classNumber: 14, name: "stop"), target: ClassRecord(classNumber: 13, name: "yield"),
      limits: TuneLimits(maxFalseReject: 0.01, maxPassed: maxPassed), clean: TuneSample(images: 100, tracks: 10),
      crafted: TuneSample(images: crafted, tracks: 1, asked: 64),
      attacks: [TunedAttack(text: "pgd", method: MethodRecord(name: "pgd", settings: [:]))], chosen: chosen, rows: rows,
      confirmation: nil)
  }

  @Test("names what the figures rest on, and that fewer pictures were there than asked for")
  func sample() {
    let report = TuneReport(record([], chosen: nil))
    #expect(
      report.sample == "100 clean pictures of 10 signs; 4 pictures of stop, of 1 sign, were crafted towards yield "
        + "(64 were asked for). The attacker knows the threshold.")
  }

  @Test("names the chosen threshold with counts and intervals")
  func verdict() {
    let rows = [row(0, rejected: 0, passed: 4), row(0.5, rejected: 1)]
    let report = TuneReport(record(rows, chosen: rows[1]))
    #expect(
      report.verdict
        == "Threshold 0.50 rejects 1 of the 100 that are read rightly (1.00 %, 95 %: 0.0 % to 29.2 %; limit "
        + "1.00 %). pgd passes it on 2 of 4 (50.0 %, 95 %: 5.5 % to 94.5 %).")
    #expect(report.chart.marks.map(\.x) == [0.5])
    #expect(
      report.chart.series.map(\.name) == [
        "accepted", "right of accepted", "false rejects", "pgd passes", "stop missed",
      ])
    let lines = report.table.text(.plain).split(separator: "\n")
    #expect(lines.filter { $0.hasSuffix("chosen") }.map { $0.contains("0.50") } == [true])
  }

  @Test("says why no threshold is chosen")
  func refusals() {
    let costly = [row(0, rejected: 5)]
    #expect(
      TuneReport(record(costly, chosen: nil)).verdict == "No threshold keeps false rejects at 1.00 % or below.")
    let open = [row(0, rejected: 0)]
    #expect(
      TuneReport(record(open, chosen: nil, maxPassed: 0.1)).verdict
        == "No threshold that keeps false rejects at 1.00 % or below lets 10.00 % or less pass; the least is 50.00 %.")
    let untried = [row(0, rejected: 0, passed: 0, of: 0)]
    #expect(
      TuneReport(record(untried, chosen: nil, crafted: 0, maxPassed: 0.1)).verdict
        == "No threshold is chosen: nothing was crafted, so nothing can be said of what passes (limit 10.00 %).")
    let misread = TuneReport(record([], chosen: nil))
    #expect(misread.verdict == "No threshold is chosen: 0 of 100 pictures are read rightly.")
  }

  @Test("lists a long sweep on one screen with the chosen threshold")
  func longSweep() {
    let rows = (0...1000).map { row(Double($0) / 1000, rejected: 0) }
    let table = TuneReport(record(rows, chosen: rows[637])).table
    #expect(table.rows.count <= 27)
    #expect(table.rows.map { $0[0].text }.contains("0.6370"))
    #expect(table.rows.last?[0].text == "1.00")
  }
}
