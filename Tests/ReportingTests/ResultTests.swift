import Records
import Reporting
import Testing

@Suite struct ResultTests {
  private func row(_ threshold: Double, flips: Double? = 0.5) -> ThresholdRow {
    ThresholdRow(
      threshold: threshold, cleanAccuracy: 0.99, falseReject: threshold / 50, flipsPassed: flips, missedStops: 0.01,
      phantomStops: nil)
  }

  @Test func tuningNamesWhatTheThresholdBuys() {
    let rows = [row(0, flips: 1), row(0.25), row(0.5, flips: 0.25)]
    let report = TuneReport(TuneRecord(chosen: rows[2], rows: rows), maxFalseReject: 0.01)
    #expect(
      report.verdict == "Threshold 0.50 rejects 1.00 % of what is read rightly (limit 1.00 %); "
        + "25.00 % of the crafted images still pass, against 100.00 % at 0.00.")
    #expect(report.chart.marks.map(\.x) == [0.5])
    #expect(report.chart.series.map(\.name) == ["clean accuracy", "false rejects", "flips passed", "missed stops"])
    let lines = report.table.text(.plain).split(separator: "\n")
    #expect(lines.filter { $0.hasSuffix("chosen") }.map { $0.contains("0.50") } == [true])
  }

  @Test func tuningWithoutAThresholdSaysSo() {
    let report = TuneReport(TuneRecord(chosen: nil, rows: []), maxFalseReject: 0)
    #expect(report.verdict == "No threshold keeps false rejects at 0.00 % or below.")
    #expect(report.chart.marks.isEmpty && report.table.rows.isEmpty)
  }

  @Test func longSweepsFitTheScreenWithTheChosenOne() {
    let rows = (0...1000).map { row(Double($0) / 1000) }
    let table = TuneReport(TuneRecord(chosen: rows[637], rows: rows), maxFalseReject: 0.02).table
    #expect(table.rows.count <= 27)
    #expect(table.rows.map { $0[0].text }.contains("0.6370"))
    #expect(table.rows.last?[0].text == "1.00")
  }

  private func attack(_ readings: [(ReadingRecord, ReadingRecord)]) -> AttackReport {
    let images = readings.enumerated().map { index, pair in
      AttackedImageRecord(
        name: "sign \(index)", clean: pair.0, crafted: pair.1, success: pair.1.classNumber == 13,
        norms: Norms(l0Pixels: 40, l0Features: 60, l1: 30, l2: 4.5, linf: 8 / 255, psnr: 21.25, ssim: 0.875),
        cost: CostRecord(queries: 1500, gradients: 20))
    }
    let record = AttackRecord(
      method: "jsma", goal: GoalRecord(from: 14, to: 13), budget: ["theta": .integer(1)], seed: 7,
      model: Fixtures.model, images: images, interval95: 0.2...0.9)
    return AttackReport(record, names: Fixtures.names)
  }

  @Test func attacksCountOnlyWhatCouldBeTurned() {
    let report = attack([
      (Fixtures.stop, Fixtures.yield), (Fixtures.stop, Fixtures.stop), (Fixtures.rejected, Fixtures.stop),
    ])
    #expect(report.attempted == 2)
    #expect(
      report.verdict == "1 of 2 images met the goal (50.0 %, 95 % interval 20.0 % to 90.0 %); "
        + "1 more were misread before and do not count; median L0 40 pixels, 60 values, L2 4.500, L∞ 8/255.")
    #expect(report.title == "JSMA: stop → yield")
    #expect(report.details == "theta 1 · gtsrb.safetensors (01234567) · seed 7")
    #expect(report.table.rows.count == 3)
  }

  @Test func attacksThatTurnNothingHaveNoMedian() {
    #expect(!attack([(Fixtures.stop, Fixtures.stop)]).verdict.contains("median"))
    #expect(attack([]).verdict == "No image was read rightly before, so none could be turned.")
  }

  @Test func evaluationsListClassesThatTheSetHolds() {
    let record = EvaluationRecord(
      images: 12_630, accuracy: 0.99123, stopAsYield: 1, yieldAsStop: 0,
      perClass: [
        ClassScores(classNumber: 13, name: "yield", images: 720, precision: 0.5, sensitivity: 1, specificity: nil),
        ClassScores(classNumber: 14, name: "stop", images: 0, precision: nil, sensitivity: nil, specificity: 1),
      ], confusions: [Confusion(from: 14, to: 13, images: 3)])
    let report = EvaluationReport(record, names: Fixtures.names)
    #expect(report.classes.rows.map { $0[1].text } == ["yield"])
    #expect(report.confusions()?.rows.map { $0.map(\.text) } == [["stop", "yield", "3"]])
    #expect(
      report.verdict == "99.12 % of 12,630 images read rightly; stop read as yield 1 times, "
        + "yield read as stop 0 times.")
  }
}
