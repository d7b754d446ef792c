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
    let run = try RunningCommand("drive", path, "--out", folder.file("out"), "--fail-on", "missed-stop")
    #expect(run.exitCode == 0, "\(run.standardError)")
    #expect(run.standardError.isEmpty)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.file("out")).sorted()
    #expect(files == ["drive.json", "frames.csv", "side-by-side.png"])
    let record = try RecordEncoding.decode(DriveRecord.self, from: try WholeFile.read(folder.file("out/drive.json")))
    #expect(record.scenario == "short")
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

  @Test("what --fail-on names gives exit code 1 after the results are written")
  func failsOn() throws {
    // A yield sign is passed at 10 km/h: whoever waits for a stop waits in vain.
    let path = try scenario("sign: {face: yield, distance: 30 m}")
    let run = try RunningCommand("drive", path, "--fail-on", "missed-stop", "--out", folder.file("out"))
    #expect(run.exitCode == 1)
    #expect(run.standardError.isEmpty)
    #expect(FileManager.default.fileExists(atPath: folder.file("out/drive.json")))
    #expect(try RunningCommand("drive", path, "--fail-on", "flip").exitCode == 0)
  }
}
