import Records
import Testing

@testable import Reporting

@Suite struct DriveWordsTests {
  @Test func anAttackedDriveIsTold() {
    let words = DriveWords(Fixtures.drive(attacked: true), names: Fixtures.names)
    #expect(
      words.report(.plain) == """
        stop-to-yield
        JSMA: stop → yield, on the camera
        model gtsrb.safetensors (01234567), seed 7, avx2, automatic

                             clean drive             attacked drive                                  control drive
        ───────────────────  ──────────────────────  ──────────────────────────────────────────────  ──────────────────────
        outcome              stopped                 rolled                                          stopped
        stood still          0.99 m before the line  never                                           0.99 m before the line
        speed at the line    0.0 km/h                10.0 km/h                                       0.0 km/h
        believed             stop from 61.2 m        yield from 58.0 m, nothing from 30.0 m, 1 more  stop from 61.2 m
        photographs read as  60 stop                 58 yield, 2 rejected                            59 stop, 1 class 2

        Under attack 58 of 60 are read as yield (96.7 %), 0 as a third sign, 2 rejected, 0 still as stop; the first \
        68.0 m before the line.
        60 are read as stop without the attack, which turned 60 of them (100.0 %).
        Before the last moment to believe, 40.0 m before the line: 29 of 31 are read as yield (93.5 %), 0 as a third \
        sign, 2 rejected, 0 still as stop.
        Control, random noise of the same number of changed values: 0 of 60 are read as yield (0.0 %), 1 as a third \
        sign, 0 rejected, 59 still as stop.

        60 changed photographs     mean   median    worst
        ──────────────────────  ───────  ───────  ───────
        L0 pixels                  40.0     40.0     40.0
        L0 values                  60.0     60.0     60.0
        L1                        30.00    30.00    30.00
        L2                        4.500    4.500    4.500
        L∞                      255/255  255/255  255/255
        PSNR (dB)                  21.2     21.2     21.2
        SSIM                     0.8750   0.8750   0.8750

        Cost of the attack: 1,200 readings, 600 gradients.
        Its settings: jsma(features=14.5 %, theta=1).

        The clean drive stopped 0.99 m before the line; the attacked drive rolled over the line at 10.0 km/h; \
        the control drive stopped 0.99 m before the line.

        """)
  }

  @Test func aCleanDriveIsToldWithoutAnAttack() {
    let words = DriveWords(Fixtures.drive(attacked: false), names: Fixtures.names)
    let text = words.report(.plain)
    #expect(text.hasSuffix("The drive stopped 0.99 m before the line.\n"))
    #expect(words.norms == nil && words.findings.isEmpty)
    for word in ["attack", "flipped", "perturbation", "Cost"] { #expect(!text.contains(word)) }
  }

  /// Outcome, demand, margin, speed, sentence, the pill's words.
  private static let outcomes: [(String, String, Double?, Double, String, String)] = [
    ("stopped", "stand", 0.5, 0, "stopped 0.50 m before the line", "stopped"),
    ("late", "stand", -0.42, 1, "stopped 0.42 m past the line", "stopped late"),
    ("rolled", "stand", nil, 2.7777, "rolled over the line at 10.0 km/h", "did not stop"),
    ("ran", "stand", nil, 13.8889, "ran the sign at 50.0 km/h", "ran the sign"),
    ("gave-way", "give-way", nil, 2.7777, "gave way at 10.0 km/h", "gave way"),
    ("gave-way", "give-way", 1, 0, "gave way and stood 1.00 m before the line", "gave way"),
    ("did-not-give-way", "give-way", nil, 13.8889, "did not give way at 50.0 km/h", "did not give way"),
    ("passed", "none", nil, 13.8889, "drove on at 50.0 km/h", "drove on"),
    ("phantom-stop", "none", 1, 0, "stopped for nothing 1.00 m before the line", "phantom stop"),
    ("phantom-braking", "none", nil, 2.7777, "braked for nothing by 3.4 m/s2", "phantom braking"),
    ("too-fast", "keep-below", nil, 13.8889, "passed the limit of 30.0 km/h at 50.0 km/h", "read rightly"),
    ("kept-below", "keep-below", nil, 13.8889, "kept below the limit at 50.0 km/h", "read rightly"),
    ("entered", "keep-out", nil, 13.8889, "drove in at 50.0 km/h", "read rightly"),
    ("vanished", "stand", nil, 0, "ended as vanished", "vanished"),
  ]

  @Test(arguments: outcomes.indices)
  func everyOutcomeHasItsSentence(_ index: Int) {
    let (outcome, demand, margin, speed, sentence, pill) = DriveWordsTests.outcomes[index]
    var record = Fixtures.drive(attacked: false)
    record.sign.demand = demand
    record.sign.isActedOn = ["stand", "give-way"].contains(demand)
    record.sign.limit = demand == "keep-below" ? 30 / 3.6 : nil
    record.clean.outcome = outcome
    record.clean.lineMargin = margin
    record.clean.speedAtLine = speed
    let words = DriveWords(record, names: Fixtures.names)
    #expect(words.verdict == "The drive \(sentence).")
    #expect(words.headline.words == pill)
  }

  @Test("a wrong drive is red, a right one green, one that says nothing of the reading neither")
  func judgements() {
    func color(_ change: (inout DriveRecord) -> Void) -> String {
      var record = Fixtures.drive(attacked: false)
      change(&record)
      let line = DriveWords(record, names: Fixtures.names).report(.terminal).split(separator: "\n").last ?? ""
      return String(line.prefix { $0 != "T" })
    }
    #expect(color { _ in } == "\u{1B}[32m")
    #expect(color { $0.clean.isWrong = true } == "\u{1B}[1;31m")
    #expect(
      color {
        $0.sign.isActedOn = false
        $0.sign.demand = "keep-out"
        $0.clean.isWrong = true
      } == "")
  }

  @Test("misreading a sign that the car does nothing for is red; what no car could have done is no flip's fault")
  func headlines() {
    var idle = Fixtures.drive(attacked: true)
    idle.sign.isActedOn = false
    idle.sign.demand = "keep-below"
    idle.attacked?.outcome = "too-fast"
    let misread = DriveWords(idle, names: Fixtures.names).headline
    #expect(misread.words == "misread" && misread.judgement == .wrong)

    var late = Fixtures.drive(attacked: true)
    late.couldObey = false
    late.notes = ["The car could not have stopped in time: the sign is too near."]
    let words = DriveWords(late, names: Fixtures.names)
    #expect(words.headline.words == "could not stop" && words.headline.judgement == .excused)
    #expect(words.report(.plain).contains("\nThe car could not have stopped in time: the sign is too near.\n"))
  }

  @Test("an attack away from a sign names no goal that nobody wanted")
  func away() {
    var record = Fixtures.drive(attacked: true)
    record.attack?.goal.to = nil
    let findings = DriveWords(record, names: Fixtures.names).findings
    #expect(
      findings[0]
        == "Under attack 58 of 60 are read as another sign (96.7 %), 2 rejected, 0 still as stop; the first 68.0 m before "
        + "the line.")
    #expect(findings.allSatisfy { !$0.contains("yield") && !$0.contains("third") })
  }

  @Test func colourOnlyForTerminals() {
    let words = DriveWords(Fixtures.drive(attacked: true), names: Fixtures.names)
    #expect(!words.report(.plain).contains("\u{1B}"))
    #expect(words.report(.terminal).contains("\u{1B}[1;31mThe clean drive"))
  }

  @Test func nothingReadIsSaid() {
    var record = Fixtures.drive(attacked: false)
    record.frames = []
    record.clean.beliefs = []
    let text = DriveWords(record, names: Fixtures.names).report(.plain)
    #expect(text.contains("photographs read as  nothing") && text.contains("believed             nothing"))
  }

  @Test func goalsAreWords() {
    func title(_ from: Int?, _ to: Int?) -> String {
      AttackWords.title("FGSM", goal: GoalRecord(from: from, to: to), names: Fixtures.names)
    }
    #expect(title(14, 13) == "FGSM: stop → yield")
    #expect(title(14, nil) == "FGSM: away from stop")
    #expect(title(nil, 13) == "FGSM: towards yield")
    #expect(title(nil, nil) == "FGSM: away from what is read")
  }

  @Test func aBoundIsToldAsLevelsKeepIt() {
    var attack = Fixtures.jsma
    #expect(AttackWords.settings(attack) == "jsma(features=14.5 %, theta=1)")
    (attack.call, attack.limits) = ("fgsm(epsilon=3 %)", ["linf": .number(7 / 255)])
    #expect(AttackWords.settings(attack) == "fgsm(epsilon=3 %), L∞ at most 7/255")
  }

  @Test func classesWithoutANameKeepTheirNumber() {
    #expect(
      ClassNames([])[3] == "class 3" && ClassNames(["a"])[-1] == "class -1" && ClassNames(["a"])[nil] == "rejected")
  }
}
