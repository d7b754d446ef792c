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

/// An attack as a record names it: its limits are part of its name.
package struct AttackDescription: Codable, Sendable, Equatable {
  /// The method's name on the command line: `jsma`, `fgsm`.
  package var method: String
  /// The method's name in the literature: `JSMA`, `FGSM`.
  package var title: String
  /// The method with its settings on one line, as options and scenario sweeps have it: `fgsm(epsilon=8/255)`.
  package var call: String
  /// Where the perturbation is put: `camera` or `sign`.
  package var surface: String
  package var goal: GoalRecord
  /// The method's own settings that do something, in SI units.
  package var settings: [String: RecordedValue]
  /// How far it may change a picture and what it may ask: what does not bind is left out.
  package var limits: [String: RecordedValue]

  package init(
    method: String, title: String, call: String, surface: String, goal: GoalRecord,
    settings: [String: RecordedValue], limits: [String: RecordedValue]
  ) {
    self.method = method
    self.title = title
    self.call = call
    self.surface = surface
    self.goal = goal
    self.settings = settings
    self.limits = limits
  }
}
