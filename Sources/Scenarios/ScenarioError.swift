import Groundwork

/// What is wrong in a scenario, and where.
package struct ScenarioError: ExplainedError, Equatable {
  package let line: ScenarioLine
  /// What is wrong and what to do, a sentence with its full stop or question mark.
  package let problem: String
  /// What an option has wrong is wrong usage, what a file has wrong is bad data, and a file may be missing.
  package let kind: FaultKind

  package init(at line: ScenarioLine, problem: String, kind: FaultKind? = nil) {
    self.line = line
    self.problem = problem
    switch line {
    case .file: self.kind = kind ?? .badData
    case .option: self.kind = kind ?? .usage
    }
  }

  /// - Parameters:
  ///   - path: the file as the user named it.
  ///   - line: from 1; nil when the fault has no place.
  package init(path: String, line: Int?, problem: String) {
    self.init(at: .file(path, line: line), problem: problem)
  }

  package var description: String { line.sentence(problem) }
}
