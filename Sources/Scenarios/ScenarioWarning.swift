/// Something in a scenario that can be and probably is not meant.
package struct ScenarioWarning: Sendable, Equatable {
  /// What is probably not meant.
  package enum Kind: String, Sendable, CaseIterable {
    /// A key that does nothing beside the others.
    case idle
    /// The sign is where the car drives.
    case inTheLane = "in-the-lane"
    /// No photograph of the drive will show the sign.
    case neverInSight = "never-in-sight"
    /// The sign is in sight for fewer photographs than must agree.
    case neverConfirmed = "never-confirmed"
    /// The sign comes into sight too late for a comfortable stop.
    case inSightTooLate = "in-sight-too-late"
  }

  package let kind: Kind
  /// The key that it is about: `weather.rate`.
  package let setting: String
  /// Where the key was given; nil for a default, and for a scenario that was made in code.
  package let line: ScenarioLine?
  /// What is so and what to do, a sentence.
  package let problem: String
}

extension ScenarioWarning: CustomStringConvertible {
  package var description: String { line?.sentence(problem) ?? problem }
}
