import Scenarios
import Foundation
import Groundwork
import Records
import TestSupport
import Testing

@Suite("stopline drive")
struct DriveTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func scenario(_ more: String) throws -> String {
    let path = folder.file("short.yaml")
    try WholeFile.write(Array(Project.shortScenario(more).utf8), to: path)
    return path
  }

  @Test("a clean drive stops, and its files are those of the contract")
  func stops() throws {
    let path = try scenario("sign: {distance: 30 m}")
    let run = try RunningCommand("drive", path, "--out", folder.file("out"), "--fail-on", "missed-demand")
    #expect(run.exitCode == 0, "\(run.standardError)")
    #expect(run.standardError.isEmpty)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.file("out")).sorted()
    #expect(files == ["drive.json", "frames.csv", "side-by-side.png"])
    let record = try RecordEncoding.decode(DriveRecord.self, from: try WholeFile.read(folder.file("out/drive.json")))
    #expect(record.scenario.name == "short")
    #expect(record.clean.outcome == "stopped")
    #expect(record.attack == nil)
    #expect(record.frames.count > 3)
  }

  @Test("the record is the same bytes with any number of threads, and another seed's is not")
  func repeats() throws {
    let path = try scenario("sign: {distance: 20 m}\nattack: {method: fgsm, goal: yield, epsilon: 8/255}")
    let runs = try [("1", "3"), ("2", "3"), ("2", "4")].map { threads, seed in
      let out = folder.file("out-\(threads)-\(seed)")
      let run = try RunningCommand("drive", path, "--threads", threads, "--seed", seed, "--json", "--out", out)
      #expect(run.exitCode == 0, "\(run.standardError)")
      return try [run.standardOutput]
        + ["drive.json", "frames.csv", "side-by-side.png"].map {
          "\(try WholeFile.read(out + "/" + $0))"
        }
    }
    #expect(runs[0] == runs[1])
    #expect(runs[1] != runs[2])
  }

  @Test("what --fail-on names gives exit code 1 after the results are written, with a line on standard error")
  func failsOn() throws {
    let path = try scenario(
      "sign: {distance: 30 m}\nattack: {method: fgsm, goal: away, epsilon: 100/255}")
    let run = try RunningCommand(
      "drive", path, "--fail-on", "lost>=1,flip>99%", "--fail-on", "missed-stop", "--json", "--out", folder.file("out"))
    #expect(run.exitCode == 1)
    #expect(FileManager.default.fileExists(atPath: folder.file("out/drive.json")))
    let record = try RecordEncoding.decode(DriveRecord.self, from: Array(run.standardOutput.utf8))
    let lost = record.frames.count { $0.attacked?.classNumber == nil && $0.clean.classNumber != nil }
    try #require(lost > 0)
    #expect(run.standardError.contains("--fail-on lost>=1: short: \(lost) of \(record.frames.count) pictures"))
    #expect(run.standardError.contains("--fail-on missed-stop: short") == record.judged.isWrong)
    #expect(!run.standardError.contains("flip>99%"))
  }

  @Test("signs that ask for no stop are passed without opening a gate", arguments: ["yield", "priority-road"])
  func otherSigns(_ face: String) throws {
    let path = try scenario("sign: {face: \(face), distance: 20 m}")
    let run = try RunningCommand("drive", path, "--fail-on", "missed-stop")
    #expect(run.exitCode == 0, "\(run.standardError)")
    #expect(run.standardError.isEmpty)
  }

  @Test("where nothing attacks, nothing can be said of flips: the gate does not pass", arguments: ["flip", "lost"])
  func nothingAttacks(_ gate: String) throws {
    let run = try RunningCommand("drive", try scenario("sign: {distance: 20 m}"), "--fail-on", gate)
    #expect(run.exitCode == 1)
    #expect(run.standardError == "stopline: --fail-on \(gate): nothing attacks, so nothing can be said of it.\n")
  }

  @Test("a drive in which every photograph is rejected opens every gate", arguments: ["flip", "lost", "missed-demand"])
  func everythingRejected(_ gate: String) throws {
    let path = try scenario("sign: {distance: 20 m}\ndefences: rejection(threshold=1)\nattack: {method: noise}")
    let run = try RunningCommand("drive", path, "--fail-on", gate)
    #expect(run.exitCode == 1)
    #expect(run.standardError.contains("Every photograph was rejected, so nothing was read."))
  }

  @Test("a drive in which nothing is read says so, and opens every gate", arguments: ["flip", "lost", "missed-demand"])
  func nothingRead(_ gate: String) throws {
    let path = folder.file("short.yaml")
    let text = "vehicle: {speed: 20 km/h}\ncamera: {rate: 5 fps, smallest_sign: 200 px}\nsign: {distance: 20 m}\n"
    try WholeFile.write(Array(text.utf8), to: path)
    let run = try RunningCommand("drive", path)
    #expect(run.exitCode == 0)
    #expect(run.standardError.contains("warning: short: Nothing was read: the sign never gets 200 px wide"))
    let gated = try RunningCommand("drive", path, "--fail-on", gate)
    #expect(gated.exitCode == 1)
    #expect(gated.standardError.contains("--fail-on: short: Nothing was read"))
  }

  @Test(
    "what is no gate is wrong usage, before anything is driven",
    arguments: ["missed", "flip>", "flip>x%", "lost>=0", ""])
  func badGates(_ gate: String) throws {
    let run = try RunningCommand("drive", "no-such.yaml", "--fail-on", gate)
    #expect(run.exitCode == 64)
    #expect(run.standardError.contains("--fail-on"))
  }
}
