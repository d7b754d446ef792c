import Groundwork
import Records
import Reporting
import Testing

@Suite struct ResultTests {
  private func attack(_ statuses: [AttackStatus]) -> AttackReport {
    let images = statuses.enumerated().map { index, status in
      AttackedImageRecord(
        name: "sign \(index)", file: "signs/\(index).png", sha256: "00",
        clean: status == .misread ? Fixtures.rejected : Fixtures.stop,
        crafted: status == .turned ? Fixtures.yield : Fixtures.stop, status: status,
        norms: Norms(l0Pixels: 40, l0Features: 60, l1: 30, l2: 4.5, linf: 8 / 255, psnr: 21.25, ssim: 0.875),
        cost: CostRecord(queries: 1500, gradients: 20))
    }
    let attempted = statuses.count { $0 != .misread }
    let record = AttackRecord(
      arithmetic: ArithmeticRecord(kernel: "portable", algorithm: "automatic"),
      subject: SubjectRecord(model: Fixtures.model, defences: []),
      data: DataRecord(path: "signs", sha256: "00", images: images.count), seed: 7, attack: Fixtures.jsma,
      images: images,
      control: AttackControlRecord(
        norm: "l0_features", share: Proportion(0, of: attempted), readings: images.map { _ in Fixtures.stop }))
    return AttackReport(record, names: Fixtures.names)
  }

  @Test func attacksCountOnlyWhatCouldBeTurned() {
    let report = attack([.turned, .held, .misread])
    #expect(
      report.verdict == "1 of 2 images met the goal (50.0 %, 95 % interval 9.5 % to 90.5 %); "
        + "1 misread before, left out of the count; median L0 40 pixels, 60 values, L2 4.500, L∞ 8/255.")
    #expect(
      report.control == "Control, random noise of the same number of changed values: "
        + "0 of 2 images met the goal (0.0 %, 95 % interval 0.0 % to 65.8 %).")
    #expect(report.title == "JSMA: stop → yield")
    #expect(report.details == "jsma(features=14.5 %, theta=1) · gtsrb.safetensors (01234567) · seed 7")
    #expect(report.table.rows.map { $0[3].text } == ["turned", "held", "misread before"])
  }

  @Test func attacksThatTurnNothingHaveNoMedian() {
    #expect(!attack([.held]).verdict.contains("median"))
    #expect(attack([.misread]).verdict == "No image was read rightly before, so none could be turned.")
    #expect(attack([.misread]).control.hasSuffix("nothing to turn."))
  }

  @Test func evaluationsListClassesThatTheSetHolds() {
    let record = EvaluationRecord(
      arithmetic: ArithmeticRecord(kernel: "avx2", algorithm: "automatic"),
      subject: SubjectRecord(model: Fixtures.model, defences: []),
      data: DataRecord(path: "GTSRB", sha256: "0", images: 12_630), seed: 7, images: 12_630, tracks: 421,
      leftOut: LeftOut(images: 3, names: ["no-entry", "roundabout"]), accuracy: 0.99123, interval95: 0.977...0.997,
      watched: [Confusion(from: 14, to: 13, images: 1), Confusion(from: 13, to: 14, images: 0)],
      perClass: [
        ClassScores(classNumber: 13, name: "yield", images: 720, precision: 0.5, sensitivity: 1, specificity: nil),
        ClassScores(classNumber: 14, name: "stop", images: 0, precision: nil, sensitivity: nil, specificity: 1),
      ], confusions: [Confusion(from: 14, to: 13, images: 3)])
    let report = EvaluationReport(record, names: Fixtures.names)
    #expect(report.classes.rows.map { $0[1].text } == ["yield"])
    #expect(report.confusions()?.rows.map { $0.map(\.text) } == [["stop", "yield", "3"]])
    #expect(
      report.verdict == "99.12 % of 12,630 images of 421 signs read rightly (95 %: 97.70 % to 99.70 %); "
        + "stop read as yield 1 times, yield read as stop 0 times.")
    #expect(
      report.leftOut
        == "Left out: 3 images of signs that the model does not tell apart, no-entry, roundabout.")
  }
}
