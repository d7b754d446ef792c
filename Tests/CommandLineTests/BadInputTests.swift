import Foundation
import TestSupport
import Testing

/// Every bad input gives one sentence that names it, the right exit code, and nothing half-written.
@Suite("Bad input")
struct BadInputTests {
  private let folder: TemporaryFolder
  private let sign = "Assets/Signs/14-stop.png"
  private let model = "Assets/Models/gtsrb.safetensors"

  init() throws {
    folder = try TemporaryFolder()
  }

  private func bytes(of file: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: RunningCommand.project.appendingPathComponent(file)))
  }

  private func expect(
    _ arguments: [String], status: Int32, says parts: String..., location: SourceLocation = #_sourceLocation
  ) throws {
    let run = try RunningCommand(arguments: arguments)
    #expect(run.status == status, "\(run.errors)", sourceLocation: location)
    #expect(run.errors.hasPrefix("stopline: "), sourceLocation: location)
    #expect(run.output.isEmpty, sourceLocation: location)
    for part in parts { #expect(run.errors.contains(part), "\(run.errors)", sourceLocation: location) }
  }

  @Test func picturesThatAreNone() throws {
    let whole = try bytes(of: sign)
    var damaged = whole
    damaged[whole.count / 2] ^= 0xFF
    let cases: [(name: String, bytes: [UInt8], says: String)] = [
      ("cut.png", Array(whole.prefix(whole.count / 2)), "cut short"), ("damaged.png", damaged, "damaged"),
      ("text.png", Array("hello world\n".utf8), "hello world"), ("empty.png", [], "empty"),
      ("giant.png", PNGHeader.giant, "100000 x 100000"),
    ]
    for (name, bytes, says) in cases {
      let path = folder.file(name)
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      try expect(["classify", path], status: 65, says: path, says)
    }
  }

  @Test func filesThatAreNotThere() throws {
    try expect(["classify", folder.file("none.png")], status: 66, says: "no such file")
    try expect(["classify", folder.path], status: 66, says: "folder")
    try expect(["drive", folder.file("none.yaml")], status: 66, says: "no such file")
  }

  @Test func modelsThatAreDamaged() throws {
    let whole = try bytes(of: model)
    let half = folder.file("half.safetensors")
    try Data(whole.prefix(whole.count / 2)).write(to: URL(fileURLWithPath: half))
    try expect(["classify", sign, "--model", half], status: 65, says: half)

    var poisoned = whole
    poisoned.replaceSubrange(whole.count - 4..<whole.count, with: [0, 0, 0xC0, 0x7F])
    let nan = folder.file("nan.safetensors")
    try Data(poisoned).write(to: URL(fileURLWithPath: nan))
    try expect(["classify", sign, "--model", nan], status: 65, says: nan, "not a number")
  }

  @Test func scenariosThatAreWrong() throws {
    let misspelt = folder.file("misspelt.yaml")
    try "name: x\nvehicle:\n  sped: 50 km/h\n".write(toFile: misspelt, atomically: true, encoding: .utf8)
    try expect(["drive", misspelt], status: 65, says: "misspelt.yaml:3", "did you mean 'speed'?")
    let negative = folder.file("negative.yaml")
    try "name: x\nvehicle:\n  speed: -50 km/h\n".write(toFile: negative, atomically: true, encoding: .utf8)
    try expect(["drive", negative], status: 65, says: "negative.yaml:3", "-50 km/h")
  }

  @Test func wrongUsage() throws {
    try expect(["attack", "jsma", sign, "--target", "yeild"], status: 64, says: "yield")
    try expect(["attack", "jsma", sign, "--target", "stop"], status: 64, says: "class 14")
    try expect(["attack", "jsmaa", sign], status: 64)
    try expect(["attack", "jsma"], status: 64)
  }

  @Test func outputThatCannotBeWritten() throws {
    let file = folder.file("file")
    try "in the way".write(toFile: file, atomically: true, encoding: .utf8)
    try expect(["attack", "fgsm", sign, "--target", "yield", "--out", file], status: 73, says: file)
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let run = try RunningCommand(arguments: ["classify", sign], output: full)
    #expect(run.status == 74)
    #expect(run.errors.contains("disk is full"))
  }

  @Test func aClosedPipeIsSaid() throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let run = try RunningCommand(arguments: ["classify", sign], output: pipe.fileHandleForWriting)
    #expect(run.status == 74)
    #expect(run.errors.contains("closed the pipe"))
  }
}

/// The beginning of a PNG that announces 100,000 x 100,000 pixels.
private enum PNGHeader {
  static let giant: [UInt8] =
    [
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 1, 0x86, 0xA0, 0, 1, 0x86,
      0xA0,
    ]
    + [8, 2, 0, 0, 0, 0, 0, 0, 0]
}
