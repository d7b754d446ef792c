import Groundwork
import TestSupport

@testable import Scenarios

/// Reads a scenario from text, as if it were the file `Scenarios/x.yaml`.
/// - Parameter options: what `--set` would be given.
func scenario(_ text: String, _ options: String...) throws(ScenarioError) -> Scenario {
  try Scenario(bytes: Array(text.utf8), path: "Scenarios/x.yaml", setting: try ScenarioOption.list(options))
}

/// The sentence with which a scenario is refused; nil when it is read.
func refusal(of text: String) -> String? {
  refusal(of: Array(text.utf8))
}

func refusal(of bytes: [UInt8]) -> String? {
  refusal { () throws(ScenarioError) in _ = try Scenario(bytes: bytes, path: "Scenarios/x.yaml") }
}

func refusal(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return "\(error)"
  }
}

/// Scenario files in a folder of their own.
struct ScenarioFolder {
  let folder: TemporaryFolder

  init(_ files: [String: String]) throws {
    folder = try TemporaryFolder()
    for (name, text) in files {
      let path = folder.file(name)
      if let slash = path.lastIndex(of: "/") { try WholeFile.makeFolder(String(path[..<slash])) }
      try WholeFile.write(Array(text.utf8), to: path)
    }
  }

  func read(_ name: String, _ options: String...) throws -> Scenario {
    try Scenario.read(folder.file(name), setting: try ScenarioOption.list(options))
  }
}
