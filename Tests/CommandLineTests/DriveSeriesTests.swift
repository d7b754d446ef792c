import Foundation
import Groundwork
import Records
import TestSupport
import Testing

@Suite("stopline drive with many scenarios and seeds")
struct DriveSeriesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func scenario(_ name: String, _ more: String) throws -> String {
    let path = folder.file(name + ".yaml")
    try WholeFile.write(Array(Project.shortScenario(more).utf8), to: path)
    return path
  }

  @Test("a row a scenario, a folder a drive, and each drive is what it is alone")
  func series() throws {
    let (stop, attacked) = try (
      scenario("stop", "sign: {distance: 20 m}"),
      scenario("attacked", "sign: {distance: 15 m}\nattack: {method: noise, epsilon: 4/255}")
    )
    let out = folder.file("out")
    let run = try RunningCommand("drive", stop, attacked, "--seeds", "2", "--out", out, "--json")
    #expect(run.exitCode == 0, "\(run.standardError)")
    let bytes = try WholeFile.read(out + "/drives.json")
    #expect(Array(run.standardOutput.utf8) == bytes)
    let record = try RecordEncoding.decode(DriveSeriesRecord.self, from: bytes)
    #expect(record.scenarios.map(\.seeds) == [[7, 8], [7, 8]])
    #expect(record.scenarios.map(\.wrong.clean.of) == [2, 2])
    #expect(record.scenarios.map { $0.wrong.attacked?.of } == [nil, 2])
    #expect(record.drives.compactMap(\.folder) == ["stop-seed7", "stop-seed8", "attacked-seed7", "attacked-seed8"])
    #expect(try String(decoding: WholeFile.read(out + "/drives.csv"), as: UTF8.self).split(separator: "\n").count == 5)

    let alone = try RunningCommand("drive", stop, "--seed", "8", "--json")
    #expect(try Array(alone.standardOutput.utf8) == WholeFile.read(out + "/stop-seed8/drive.json"))
    // The same command may write over its own results.
    #expect(try RunningCommand("drive", stop, attacked, "--seeds", "2", "--out", out).exitCode == 0)
  }

  @Test("one bad scenario is told at the end, and the rest are driven")
  func badScenario() throws {
    let good = try scenario("good", "sign: {distance: 15 m}")
    let bad = try scenario("bad", "sign: {distance: 15}")
    let run = try RunningCommand("drive", bad, good, good, "--out", folder.file("out"))
    #expect(run.exitCode == 65)
    #expect(run.standardError.contains("stopline: \(bad):4: sign.distance is '15' without a unit"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("out")).sorted()
    #expect(names == ["drives.csv", "drives.json", "good", "good-2"])
  }

  @Test("gates are tested on all drives, and name the one that opens them")
  func gates() throws {
    let good = try scenario("good", "sign: {distance: 25 m}")
    let run = try RunningCommand(
      "drive", good, good, "--set", "vehicle.speed=90 km/h", "--fail-on", "missed-demand", "--quiet")
    #expect(run.exitCode == 1)
    #expect(run.standardError.contains("--fail-on missed-demand: good:"))
  }

  @Test("--set changes what is driven, and the record says so")
  func set() throws {
    let path = try scenario("a", "sign: {distance: 15 m}")
    let run = try RunningCommand("drive", path, "--set", "vehicle.speed=15 km/h", "--set", "seed=9", "--json")
    let record = try RecordEncoding.decode(DriveRecord.self, from: Array(run.standardOutput.utf8))
    #expect(record.scenario.resolved["vehicle"]?["speed"] == "15 km/h")
    #expect(record.seed == 9)
    #expect(record.scenario.sha256 == SHA256.hexDigest(of: try WholeFile.read(path)))
  }
}
