import Records
import Reporting
import Testing

@Suite struct DriveWordsTests {
  @Test func anAttackedDriveIsTold() {
    let words = DriveWords(Fixtures.drive(attacked: true), names: Fixtures.names)
    #expect(
      words.report(.plain) == """
        stop-to-yield
        JSMA: stop → yield, on the camera
        model gtsrb.safetensors (01234567), seed 7

                             clean drive             attacked drive
        ───────────────────  ──────────────────────  ─────────────────────────────────────
        outcome              stopped                 rolled
        stood still          0.99 m before the line  never
        speed at the line    0.0 km/h                10.0 km/h
        first confirmed      stop at 61.2 m          yield at 58.0 m
        photographs read as  88 stop                 84 yield, 2 stop, 2 rejected, 1 other

        58 of 60 photographs flipped from stop to yield, 0 to another class, 2 to none; the first at 70.0 m.
        Before the braking point at 40.0 m: 29 of 31 flipped to yield (93.5 %).
        Control: random noise of the same size flipped 1 of 60 photographs.

        perturbation     mean   median      max
        ────────────  ───────  ───────  ───────
        L0 pixels        40.0     40.0     40.0
        L0 values        60.0     60.0     60.0
        L1              30.00    30.00    30.00
        L2              4.500    4.500    4.500
        L∞            255/255  255/255  255/255
        PSNR (dB)        21.2     21.2     21.2
        SSIM           0.8750   0.8750   0.8750

        Cost of the attack: 1,234 readings, 567 gradients.
        Its settings: feature share 0.145, theta 1.

        The clean drive stopped 0.99 m before the line; the attacked drive rolled over the line at 10.0 km/h.

        """)
  }

  @Test func aCleanDriveIsToldWithoutAnAttack() {
    let words = DriveWords(Fixtures.drive(attacked: false), names: Fixtures.names)
    let text = words.report(.plain)
    #expect(text.hasSuffix("The drive stopped 0.99 m before the line.\n"))
    #expect(words.norms == nil && words.flips.isEmpty && words.flipsBeforeBraking.isEmpty && words.control.isEmpty)
    for word in ["attack", "flipped", "perturbation", "Cost"] { #expect(!text.contains(word)) }
  }

  @Test(
    arguments: [
      ("stopped", 0.5, 0.0, "The drive stopped 0.50 m before the line."),
      ("late", -0.42, 1.0, "The drive stopped 0.42 m past the line."),
      ("rolled", nil, 2.7777, "The drive rolled over the line at 10.0 km/h."),
      ("ran", nil, 13.8889, "The drive ran the sign at 50.0 km/h."),
      ("vanished", nil, 0.0, "The drive ended as vanished."),
    ] as [(String, Double?, Double, String)])
  func everyOutcomeHasItsSentence(_ outcome: String, _ margin: Double?, _ speed: Double, _ sentence: String) {
    var record = Fixtures.drive(attacked: false)
    record.clean.outcome = outcome
    record.clean.lineMargin = margin
    record.clean.speedAtLine = speed
    #expect(DriveWords(record, names: Fixtures.names).verdict == sentence)
  }

  @Test(arguments: [
    (14, "stopped", "The drive stopped", "32"), (14, "ran", "The drive ran the sign", "1;31"),
    (13, "rolled", "The drive rolled over", "32"), (13, "ran", "The drive ran the sign", "1;31"),
    (12, "ran", "The drive drove on", "32"), (12, "stopped", "The drive stopped", "1;31"),
  ])
  func aDriveIsJudgedByWhatTheSignAsksFor(_ sign: Int, _ outcome: String, _ sentence: String, _ color: String) {
    var record = Fixtures.drive(attacked: false)
    record.flips.from = sign
    record.clean.outcome = outcome
    let words = DriveWords(record, names: Fixtures.names)
    #expect(words.verdict.hasPrefix(sentence))
    #expect(words.report(.terminal).contains("\u{1B}[\(color)m\(sentence)"))
  }

  @Test func colourOnlyForTerminals() {
    let words = DriveWords(Fixtures.drive(attacked: true), names: Fixtures.names)
    #expect(!words.report(.plain).contains("\u{1B}"))
    #expect(words.report(.terminal).contains("\u{1B}[1;31mThe clean drive"))
  }

  @Test func nothingReadIsSaid() {
    var record = Fixtures.drive(attacked: false)
    record.clean.readings = [:]
    record.clean.confirmedAt = nil
    let text = DriveWords(record, names: Fixtures.names).report(.plain)
    #expect(text.contains("photographs read as  nothing") && text.contains("first confirmed      nothing"))
  }

  @Test func goalsAndBudgetsAreWords() {
    func title(_ from: Int?, _ to: Int?, _ method: String = "fgsm") -> String {
      AttackWords.title(method: method, goal: GoalRecord(from: from, to: to), names: Fixtures.names)
    }
    #expect(title(14, 13) == "FGSM: stop → yield")
    #expect(title(14, nil) == "FGSM: away from stop")
    #expect(title(nil, 13) == "FGSM: towards yield")
    #expect(title(nil, nil, "noise") == "noise: away from what is read")
    #expect(
      AttackWords.budget(["b": .number(8), "a_b": .flag(true), "c": .text("x"), "d": .integer(20_000)])
        == "a b yes, b 8, c x, d 20,000")
    #expect(
      AttackWords.budget(["linf": .number(8 / 255), "step_size": .number(2 / 255), "share": .number(1 / 3)])
        == "L∞ 8/255, share 0.333333, step size 2/255")
  }

  @Test func classesWithoutANameKeepTheirNumber() {
    #expect(
      ClassNames([])[3] == "class 3" && ClassNames(["a"])[-1] == "class -1" && ClassNames(["a"])[nil] == "rejected")
  }
}
