/// What an attack wants read: away from a class, or from one towards another.
package struct GoalRecord: Codable, Sendable, Equatable {
  /// The class number that is shown; nil when each image has its own.
  @Nullable package var from: Int?
  /// The class number that shall be read; nil when any other will do.
  @Nullable package var to: Int?

  package init(from: Int?, to: Int?) {
    self.from = from
    self.to = to
  }
}

/// An attack as a record names it: a budget is part of its name.
package struct AttackDescription: Codable, Sendable, Equatable {
  /// The method's name on the command line: `jsma`, `fgsm`.
  package var method: String
  /// Where the perturbation is put: `camera` or `sign`.
  package var surface: String
  package var goal: GoalRecord
  /// Steps, bounds, queries: whatever bounds the method.
  package var budget: [String: RecordedValue]

  package init(method: String, surface: String, goal: GoalRecord, budget: [String: RecordedValue]) {
    self.method = method
    self.surface = surface
    self.goal = goal
    self.budget = budget
  }
}
