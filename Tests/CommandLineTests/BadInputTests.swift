import Foundation
import Groundwork
import TestSupport
import Testing

@Suite("Bad input: one sentence that names the file, and an exit code")
struct BadInputTests {
  /// What is expected of a run: its code, what its sentence begins with and holds; nothing on standard output.
  private func expect(_ run: RunningCommand, _ code: Int32, _ path: String, _ part: String = "") {
    #expect(run.exitCode == code)
    #expect(run.standardOutput.isEmpty)
    #expect(run.standardError.hasPrefix("stopline: \(path)"), "\(run.standardError)")
    #expect(part.isEmpty || run.standardError.contains(part), "\(run.standardError)")
    #expect(run.standardError.count { $0 == "\n" } == 1)
  }

  private func face() throws -> [UInt8] { try WholeFile.read(Project.stopFace) }

  @Test func missingPicture() throws {
    expect(try RunningCommand("classify", "nowhere.png"), 66, "nowhere.png: there is no such file")
  }

  @Test func folderInPlaceOfAPicture() throws {
    let folder = try TemporaryFolder()
    expect(try RunningCommand("classify", folder.path), 66, folder.path, "folder")
  }

  @Test(
    "pictures that are none",
    arguments: [
      ("empty", 0), ("text", 1), ("truncated", 2), ("wrong checksum", 3), ("absurd size", 4),
    ])
  func brokenPictures(_ kind: String, _ number: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("sign.png")
    var bytes = try face()
    switch number {
    case 0: bytes = []
    case 1: bytes = Array("this is no picture\n".utf8)
    case 2: bytes = Array(bytes.prefix(bytes.count / 2))
    case 3: bytes[bytes.count / 2] ^= 0x55
    default:
      // Width and height in IHDR, whose checksum then is wrong too.
      for at in [16, 20] { bytes.replaceSubrange(at..<at + 4, with: [0x00, 0x01, 0x86, 0xA0]) }
    }
    try WholeFile.write(bytes, to: path)
    expect(try RunningCommand("classify", path), 65, path)
  }

  @Test func modelCutInHalf() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("model.safetensors")
    let bytes = try WholeFile.read(Project.model)
    try WholeFile.write(Array(bytes.prefix(bytes.count / 2)), to: path)
    expect(try RunningCommand("classify", Project.stopFace, "--model", path), 65, path)
  }

  @Test func unknownShippedModel() throws {
    let run = try RunningCommand("classify", Project.stopFace, "--model", "mergde")
    #expect(run.exitCode == 66)
    #expect(run.standardError.contains("holds no model 'mergde'; did you mean 'merged'?"))
  }

  @Test func assetsThatAreNone() throws {
    let folder = try TemporaryFolder()
    expect(
      try RunningCommand("classify", Project.stopFace, environment: ["STOPLINE_ASSETS": folder.path]), 66, folder.path,
      "set it to the project's Assets")
  }

  @Test(
    "scenarios",
    arguments: [
      ("vehicle:\n  sped: 50 km/h\n", ":2: unknown key 'sped' in vehicle; did you mean 'speed'?"),
      ("vehicle:\n  speed: -50 km/h\n", ":2: vehicle.speed is '-50 km/h'; it must be 2 to 250 km/h."),
      ("sign:\n  face: stopp\n", ":2: sign.face is 'stopp', which is no class of sign; did you mean 'stop'?"),
      ("", ": the file is empty"),
    ])
  func scenarios(_ text: String, _ sentence: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("x.yaml")
    try WholeFile.write(Array(text.utf8), to: path)
    expect(try RunningCommand("drive", path, "--out", folder.file("out")), 65, path + sentence)
    #expect(!FileManager.default.fileExists(atPath: folder.file("out")))
  }

  @Test func pictureOfASignThatIsMissing() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("x.yaml")
    try WholeFile.write(Array("sign:\n  picture: mine.png\n".utf8), to: path)
    expect(try RunningCommand("drive", path), 66, folder.file("mine.png"))
  }

  @Test func missingDataSet() throws {
    expect(try RunningCommand("evaluate", "--data", "nowhere"), 66, "nowhere")
  }
}
