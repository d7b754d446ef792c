import Signs

/// What the car believes about the sign ahead: readings are confirmed over several frames and then remembered.
///
/// A class is confirmed when the newest reading says so and at least `k` of the last `n` readings (rejected ones
/// included) agree; it replaces what was confirmed before.
package struct Perception: Sendable {
  /// How readings become beliefs; the defaults are three of the last five, remembered for two seconds at 20 Hz.
  package struct Settings: Sendable, Equatable {
    /// Readings less confident than this count as none, in [0, 1].
    package var rejectionThreshold: Double
    /// How many readings must agree (`k`).
    package var agreeing: Int
    /// Among how many of the last ones (`n`).
    package var window: Int
    package var memory: SignMemory

    package init(
      rejectionThreshold: Double = 0.5, agreeing: Int = 3, window: Int = 5, memory: SignMemory = .frames(40)
    ) {
      self.rejectionThreshold = rejectionThreshold
      self.agreeing = agreeing
      self.window = window
      self.memory = memory
    }
  }

  package let settings: Settings
  /// The confirmed class that is remembered; nil when there is none.
  package private(set) var confirmed: SignClass?
  /// The last readings, oldest first, at most `settings.window`.
  private var recent: [SignClass?] = []
  /// Photographs in a row that were not read as the confirmed class.
  private var missed = 0

  package init(_ settings: Settings = Settings()) {
    self.settings = settings
  }

  /// Takes in what was read on the next photograph, nil for a rejected reading; `confirmed` is what is believed after it.
  package mutating func observe(_ sign: SignClass?) {
    if recent.count == settings.window { recent.removeFirst() }
    recent.append(sign)
    if let sign, recent.count(where: { $0 == sign }) >= settings.agreeing {
      confirmed = sign
    }
    missed = sign == confirmed ? 0 : missed + 1
    if case .frames(let limit) = settings.memory, missed > limit { confirmed = nil }
  }
}

extension Perception.Settings {
  /// The reading as the car takes it: rejected when it is less confident than the threshold.
  package func accepted(_ reading: SignReading) -> SignReading {
    reading.rejected(below: rejectionThreshold)
  }

  /// - Throws: the first setting that is out of range.
  package func validate() throws(ParameterFault) {
    try ParameterFault.check(rejectionThreshold, in: 0...1, "", "the perception's rejection threshold")
    try ParameterFault.check(Double(window), in: 1...1000, "readings", "the perception's window")
    try ParameterFault.check(
      Double(agreeing), in: 1...Double(window), "readings", "the number of readings that must agree")
    if case .frames(let limit) = memory {
      try ParameterFault.check(Double(limit), in: 0...1_000_000, "frames", "the perception's memory")
    }
  }
}
