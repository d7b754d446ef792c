import Groundwork
import Records
import Scenarios
import TestSupport
import Testing

@Suite("stopline check")
struct CheckTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func file(_ name: String, _ text: String) throws -> String {
    try WholeFile.write(Array(text.utf8), to: folder.file(name))
    return folder.file(name)
  }

  @Test("prints a scenario that reads back to the same, and drives nothing")
  func prints() throws {
    let path = try file("a.yaml", "vehicle: {speed: 30 mph}\nattack: {method: fgsm}")
    let run = try RunningCommand("check", path, "--set", "seed=5")
    #expect(run.exitCode == 0 && run.standardError.isEmpty)
    let again = try Scenario(bytes: Array(run.standardOutput.utf8), path: "a.yaml")
    var expected = try Scenario.read(path).resolved
    expected["scenario"]?["seed"] = "5"
    #expect(again.resolved == expected)
  }

  @Test("reads all files, names every fault, and ends as the first bad one says")
  func faults() throws {
    let paths = try [
      file("good.yaml", "seed: 3"), file("bad.yaml", "seed: x"), folder.file("missing.yaml"),
      file("warned.yaml", "weather: {rate: 3 mm/h}"),
    ]
    let run = try RunningCommand(["check", "--json"] + paths)
    #expect(run.exitCode == 65)
    let records = try run.standardOutput.split(separator: "\n").map {
      try RecordEncoding.decode(ScenarioCheckRecord.self, from: Array($0.utf8))
    }
    #expect(records.map(\.file) == paths)
    #expect(records.map { $0.fault == nil } == [true, false, false, true])
    #expect(records[0].sha256 == SHA256.hexDigest(of: Array("seed: 3".utf8)))
    #expect(records[0].resolved?["camera"]?["rate"] == "20 fps")
    #expect(records[3].warnings.map(\.kind) == ["idle"])
    #expect(run.standardError.contains("bad.yaml:1: seed is 'x'"))
    #expect(run.standardError.contains("missing.yaml: there is no such file"))
    #expect(run.standardError.contains("stopline: warning: \(paths[3]):1: weather.rate does nothing here"))
  }

  @Test("a wrong --set is wrong usage, told once")
  func usage() throws {
    let path = try file("a.yaml", "seed: 3")
    let run = try RunningCommand("check", path, path, "--set", "vehicle.sped=3 m/s")
    #expect(run.exitCode == 64)
    #expect(
      run.standardError
        == "stopline: --set vehicle.sped: unknown key 'sped' in vehicle; did you mean 'speed'?\n")
  }

  @Test("--quiet prints faults alone; --reference prints the keys; one of files and reference is needed")
  func flags() throws {
    let quiet = try RunningCommand("check", try file("a.yaml", "seed: 3"), "--quiet")
    #expect(quiet.exitCode == 0 && quiet.standardOutput.isEmpty)
    let reference = try RunningCommand("check", "--reference")
    #expect(reference.standardOutput == ScenarioReference.markdown)
    #expect(try RunningCommand("check").exitCode == 64)
  }
}
