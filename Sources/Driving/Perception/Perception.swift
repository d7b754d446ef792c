import Signs

/// What the car believes about the sign ahead: readings are confirmed over several frames and then remembered.
///
/// A class is confirmed when the newest reading says so and at least `k` of the last `n` readings (rejected ones
/// included) agree; it replaces what was confirmed before.
package struct Perception: Sendable {
  /// How readings become beliefs; the defaults are three of the last five, remembered for two seconds at 20 Hz.
  package struct Settings: Sendable, Equatable {
    /// Which readings make a belief.
    package var agreement = Agreement()
    package var memory = SignMemory.frames(40)

    package init() {}
  }

  package let settings: Settings
  /// The confirmed class that is remembered; nil when there is none.
  package private(set) var confirmed: SignClass?
  /// The last readings, oldest first, at most `settings.agreement.window`.
  private var recent: [SignClass?] = []
  /// Photographs in a row that were not read as the confirmed class.
  private var missed = 0

  package init(_ settings: Settings = Settings()) {
    self.settings = settings
  }

  /// Takes in what was read on the next photograph, nil for a rejected reading; `confirmed` is what is believed after it.
  package mutating func observe(_ sign: SignClass?) {
    if recent.count == settings.agreement.window { recent.removeFirst() }
    recent.append(sign)
    if let sign, recent.count(where: { $0 == sign }) >= settings.agreement.agreeing {
      confirmed = sign
    }
    missed = sign == confirmed ? 0 : missed + 1
    if case .frames(let limit) = settings.memory, missed > limit { confirmed = nil }
  }
}
