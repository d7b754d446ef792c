import Foundation
import Groundwork
import Records
import TestSupport
import Testing

@Suite("stopline tune")
struct TuneTests {
  private let folder: TemporaryFolder
  private var out: String { folder.file("out") }

  init() throws { folder = try TemporaryFolder() }

  private func tuned(_ options: [String]) throws -> TuneRecord {
    let run = try RunningCommand(
      ["tune", "--model", "tiny", "--per-class", "3", "--images", "3", "--approaches", "1", "--out", out, "--json"]
        + options)
    #expect(run.exitCode == 0, "\(run.standardError)")
    return try RecordEncoding.decode(TuneRecord.self, from: Array(run.standardOutput.utf8))
  }

  @Test("tunes on rendered signs where there are no photographs, and its rates are those of its counts")
  func rendered() throws {
    let record = try tuned(["--attack", "pgd(epsilon=16/255, steps=10)", "--attack", "noise"])
    #expect(record.clean.images == 129 && record.clean.tracks == 129)
    #expect(record.crafted.images <= 3 && record.crafted.asked == 3)
    #expect(record.attacks.map(\.text) == ["pgd(epsilon=16/255, steps=10)", "noise"])
    #expect(record.subject.defences.isEmpty && record.seed == 7)
    for row in record.rows {
      let counts = row.counts
      #expect(row.coverage == Double(counts.accepted) / Double(counts.images))
      #expect(row.accuracy == (counts.accepted > 0 ? Double(counts.acceptedRight) / Double(counts.accepted) : nil))
      #expect(row.falseReject == Double(counts.right - counts.acceptedRight) / Double(counts.right))
      for passed in row.passed.values { #expect(passed.rate == Double(passed.passed) / Double(passed.of)) }
      #expect(row.missed.of == 3 && row.phantom.of == 126)
    }
    // What passes one threshold passes every lower one.
    for attack in record.attacks {
      let passed = record.rows.compactMap { $0.passed[attack.text]?.passed }
      #expect(passed == passed.sorted(by: >))
    }
    let confirmation = try #require(record.confirmation)
    #expect(confirmation.approaches == 1 && confirmation.otherApproaches == 1 && confirmation.tracks == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
    #expect(files == ["tune.csv", "tune.json", "tune.png"])
  }

  @Test("tunes for any sign and goal, with the rows that were asked for, the same with one thread and two")
  func otherSign() throws {
    let options = [
      "--sign", "no-entry", "--target", "away", "--attack", "fgsm(epsilon=8/255)", "--confirm", "2 of 4", "--memory",
      "spatial",
    ]
    let one = try tuned(options + ["--threads", "1"])
    #expect(one.sign.name == "no-entry" && one.target == nil)
    #expect(Set(one.confirmation?.rows.map(\.confirm) ?? []) == ["2 of 4"])
    #expect(Set(one.confirmation?.rows.map(\.memory) ?? []) == ["spatial"])
    #expect(try tuned(options + ["--threads", "2"]) == one)
  }

  @Test(
    "refuses what cannot be",
    arguments: [
      (["--target", "stop"], "stop"), (["--confirm", "5 of 3"], "--confirm is '5 of 3'"),
      (["--memory", "long"], "--memory is 'long'"), (["--attack", ""], "--attack"),
      (["--sign", "flop"], "flop"),
      (["--data", "a", "--test", "b", "--labels", "c"], "--data and --test are two sets"),
    ])
  func refusals(_ options: [String], _ sentence: String) throws {
    let run = try RunningCommand(["tune", "--per-class", "1", "--approaches", "0"] + options)
    #expect(run.exitCode == 64, "\(run.standardError)")
    #expect(run.standardError.contains(sentence), "\(run.standardError)")
  }
}
