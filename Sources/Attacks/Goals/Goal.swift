/// What an attacker wants read.
///
/// A reader that rejects an image has noticed something, so a rejection meets neither goal.
package enum Goal: Sendable, Hashable {
  /// Any class but the one that is shown.
  case away(from: Int)
  /// One chosen class, starting from the one that is shown.
  case toward(Int, from: Int)

  /// The class that is shown and that an undisturbed reader should read.
  package var source: Int {
    switch self {
    case .away(let source), .toward(_, let source): source
    }
  }

  /// The class that shall be read, nil where any other will do.
  package var target: Int? {
    switch self {
    case .away: nil
    case .toward(let target, _): target
    }
  }

  /// Whether what was read is what the attacker wants.
  package func isMet(by decision: Int?) -> Bool {
    guard let decision else { return false }
    return switch self {
    case .away(let source): decision != source
    case .toward(let target, _): decision == target
    }
  }

  /// Whether both classes are among `classCount` and the goal asks for a change.
  package func isPossible(classCount: Int) -> Bool {
    let classes = 0..<classCount
    guard classes.contains(source) else { return false }
    return target.map { classes.contains($0) && $0 != source } ?? (classCount > 1)
  }
}
