/// Where something of a scenario was said.
package enum ScenarioLine: Sendable, Equatable {
  /// In a file, as the user named it; the line counts from 1 and is nil for what has no place.
  case file(String, line: Int?)
  /// On the command line, `--set KEY=...`.
  case option(key: String)

  /// The start of a sentence about what was said there; the sentence may begin with the key.
  func sentence(_ problem: String) -> String {
    switch self {
    case .file(let path, let line): path + (line.map { ":\($0)" } ?? "") + ": " + problem
    case .option(let key): "--set " + (problem.hasPrefix(key) ? "" : "\(key): ") + problem
    }
  }
}
