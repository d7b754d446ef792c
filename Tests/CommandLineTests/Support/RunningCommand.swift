import Foundation
import Testing

/// A finished run of the built program.
struct RunningCommand {
  let exitCode: Int32
  let standardOutput: String
  let standardError: String

  /// What standard output is connected to.
  enum Output {
    case kept
    /// A disk without room.
    case fullDisk
    /// A pipe whose reader has gone.
    case closedPipe
  }

  /// Runs the program and waits for its end.
  /// - Parameters:
  ///   - arguments: as on the command line, without the program's name.
  ///   - environment: added to the test's own.
  @discardableResult
  init(_ arguments: String..., environment: [String: String] = [:], output: Output = .kept) throws {
    try self.init(arguments, environment: environment, output: output)
  }

  @discardableResult
  init(_ arguments: [String], environment: [String: String] = [:], output: Output = .kept) throws {
    let folder = URL(fileURLWithPath: NSTemporaryDirectory() + "/stopline-run-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["out", "err"].map { folder.appendingPathComponent($0).path }
    for file in files { _ = FileManager.default.createFile(atPath: file, contents: nil) }

    let process = Process()
    process.executableURL = try #require(RunningCommand.program as URL?, "the program is built beside its tests")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle(forWritingAtPath: files[1])
    let pipe = Pipe()
    switch output {
    case .kept: process.standardOutput = FileHandle(forWritingAtPath: files[0])
    case .fullDisk: process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    case .closedPipe:
      try pipe.fileHandleForReading.close()
      process.standardOutput = pipe.fileHandleForWriting
    }
    try process.run()
    process.waitUntilExit()
    exitCode = process.terminationStatus
    try #require(process.terminationReason == .exit, "the program ends by itself and not by a signal")
    standardOutput = try String(contentsOfFile: files[0], encoding: .utf8)
    standardError = try String(contentsOfFile: files[1], encoding: .utf8)
  }

  /// The program, in the folder of the tests' bundle or one above it.
  private static let program: URL? = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().standardizedFileURL
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("stopline")
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder)
      if exists && !isFolder.boolValue { return candidate }
      folder.deleteLastPathComponent()
    }
    return nil
  }()
}
