import ArgumentParser

/// How a command treats what is in its folder already.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Write into a folder that holds other files, too; they stay, beside the new results.")
  var force = false

  /// The folder for a run's results, made and tried before the work.
  /// - Parameters:
  ///   - names: the files and folders that the run will write.
  ///   - inputs: the files that it reads.
  /// - Throws: `OutputFault`, `FileFault`.
  func folder(_ path: String, writing names: Set<String>, reading inputs: [String] = []) throws -> OutputFolder {
    try OutputFolder(path, writing: names, reading: inputs, isForced: force)
  }
}
