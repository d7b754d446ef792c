import Signs

/// A change of what the car takes to be confirmed.
package struct Belief: Sendable, Equatable {
  /// The sign; nil when a confirmed one was forgotten.
  package let sign: SignClass?
  /// Seconds since the drive began, at the photograph that changed it.
  package let time: Double
  /// Metres before the line there.
  package let distance: Double
}

/// What a drive came to.
package struct DriveOutcome: Sendable, Equatable {
  package let verdict: Verdict
  /// Where the car stood still, in metres before the line (negative past it); nil when it never did.
  package let lineMargin: Double?
  /// The speed at which the line was passed in m/s; 0 when the car had stopped before it.
  package let speedAtLine: Double
  /// The hardest braking before the line, in m/s2, positive.
  package let hardestBraking: Double
  /// Everything that was confirmed or forgotten, in order.
  package let beliefs: [Belief]
}
