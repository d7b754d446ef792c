import Foundation
import Records
import TestSupport
import Testing

/// The commands end to end, with the shipped model.
@Suite("Commands")
struct CommandTests {
  private let folder: TemporaryFolder
  private let sign = "Assets/Signs/14-stop.png"

  init() throws {
    folder = try TemporaryFolder()
  }

  private func decode<Record: Decodable>(_ type: Record.Type, _ file: String) throws -> Record {
    try RecordEncoding.decode(type, from: [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.file(file)))))
  }

  /// A drive of a few frames.
  private func scenario(method: String) throws -> String {
    let path = folder.file("short.yaml")
    try
      "name: short\nsign:\n  distance: 12 m\nvehicle:\n  speed: 30 km/h\nattack:\n  method: \(method)\n  goal: yield\n"
      .write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test func theStopSignIsRead() throws {
    let run = try RunningCommand("classify", sign, "--json")
    #expect(run.status == 0)
    let record = try RecordEncoding.decode(ClassificationRecord.self, from: Array(run.output.utf8))
    #expect(record.name == "stop")
    #expect(record.top.count == 5)
    #expect(record.top.map(\.confidence) == record.top.map(\.confidence).sorted(by: >))
  }

  @Test func aCraftedPictureIsReadAsItsRecordSaysFromDisk() throws {
    let run = try RunningCommand("attack", "jsma", sign, "--target", "yield", "--out", folder.path)
    #expect(run.status == 0, "\(run.errors)")
    let record = try decode(AttackRecord.self, "attack.json")
    let image = try #require(record.images.first)
    #expect(image.success)
    let again = try RunningCommand("classify", folder.file("14-stop.crafted.png"), "--json")
    let reading = try RecordEncoding.decode(ClassificationRecord.self, from: Array(again.output.utf8))
    #expect(reading.name == "yield")
    #expect(reading.confidence == image.crafted.confidence)
    for name in ["14-stop.clean.png", "14-stop.side-by-side.png"] {
      #expect(FileManager.default.fileExists(atPath: folder.file(name)))
    }
  }

  @Test(arguments: ["jsma", "fgsm", "noise", "trial-and-error"])
  func aDriveWritesTheSameBytesWithAnyThreads(_ method: String) throws {
    let scenario = try scenario(method: method)
    let files = ["drive.json", "frames.csv", "side-by-side.png"]
    var written: [[Data]] = []
    for threads in ["1", "2", "3"] {
      let out = folder.file("out-\(threads)")
      let run = try RunningCommand("drive", scenario, "--out", out, "--threads", threads)
      #expect(run.status == 0, "\(run.errors)")
      written.append(try files.map { try Data(contentsOf: URL(fileURLWithPath: "\(out)/\($0)")) })
    }
    #expect(written[0] == written[1])
    #expect(written[0] == written[2])
  }

  @Test func flipsAreCountedOverTheFramesThatAreWritten() throws {
    let run = try RunningCommand("drive", try scenario(method: "jsma"), "--out", folder.path)
    #expect(run.status == 0, "\(run.errors)")
    let record = try decode(DriveRecord.self, "drive.json")
    let flipped = record.frames.filter { $0.clean.classNumber == 14 && $0.attacked?.classNumber == 13 }
    #expect(record.flips.stopToYield == flipped.count)
    #expect(record.flips.frames == record.frames.count)
    #expect(flipped.count > 0)
    #expect(record.control?.stopToYield == 0)
  }

  @Test func whatTheUserAskedToBeToldAboutEndsWithOne() throws {
    let scenario = try scenario(method: "jsma")
    #expect(try RunningCommand("drive", scenario, "--fail-on", "flip").status == 1)
    #expect(try RunningCommand("drive", try self.scenario(method: "none"), "--fail-on", "missed-stop").status == 0)
  }

  @Test(arguments: ["drive", "attack", "tune", "classify", "evaluate", "train", "render", "bench"])
  func everyCommandHasHelp(_ command: String) throws {
    let run = try RunningCommand(command, "--help")
    #expect(run.status == 0)
    #expect(run.output.contains("USAGE: stopline \(command)"))
  }
}
