import Foundation

/// The built executable, run as a user runs it.
struct RunningCommand {
  let status: Int32
  let output: String
  let errors: String

  /// Runs `stopline` in the project's folder and waits for it.
  init(_ arguments: String...) throws {
    try self.init(arguments: arguments)
  }

  /// - Parameter output: where standard output goes; kept in `output` when nil.
  init(arguments: [String], output sink: FileHandle? = nil) throws {
    let process = Process()
    process.executableURL = RunningCommand.executable
    process.arguments = arguments
    process.currentDirectoryURL = RunningCommand.project
    let (out, err) = (Pipe(), Pipe())
    process.standardOutput = sink ?? out
    process.standardError = err
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // Read both to their ends before waiting, so that a full pipe cannot hold the command up; errors are short.
    let printed = sink == nil ? out.fileHandleForReading.readDataToEndOfFile() : Data()
    let said = err.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: printed, as: UTF8.self)
    errors = String(decoding: said, as: UTF8.self)
  }

  /// The project's folder, found from this file.
  static let project = URL(fileURLWithPath: #filePath).appendingPathComponent("../../..").standardizedFileURL

  /// The executable beside the test bundle, whatever folder the build went to.
  private static var executable: URL {
    let beside = Bundle.main.bundleURL.appendingPathComponent("stopline")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return project.appendingPathComponent(".build/release/stopline")
  }
}
