import Settings
import Groundwork

/// What is wrong in a scenario file, and where.
package struct ScenarioError: ExplainedError, Equatable {
  /// The file as the user named it.
  package let path: String
  /// The line, from 1; nil when the fault has no place.
  package let line: Int?
  /// What is wrong and what to do, a sentence with its full stop or question mark.
  package let problem: String

  package init(path: String, line: Int?, problem: String) {
    self.path = path
    self.line = line
    self.problem = problem
  }

  package var kind: FaultKind { .badData }

  package var description: String {
    line.map { "\(path):\($0): \(problem)" } ?? "\(path): \(problem)"
  }
}
