import Signs

/// How a drive ended at the line.
package enum Verdict: String, Sendable, CaseIterable {
  /// Stood still before the line.
  case stopped
  /// Stood still past the line, within a metre.
  case late
  /// Passed the line at 15 km/h or less.
  case rolled
  /// Passed the line faster.
  case ran

  /// The highest speed at which passing the line still is rolling, in m/s: 15 km/h.
  package static let rollingSpeed = 15 / 3.6
}

/// A change of what the car takes to be confirmed.
package struct Confirmation: Sendable, Equatable {
  /// The class; nil when a confirmed sign was forgotten.
  package let sign: SignClass?
  /// Metres before the line at the photograph that changed it.
  package let distance: Double
}

/// What a drive came to.
package struct DriveOutcome: Sendable, Equatable {
  package let verdict: Verdict
  /// Where the car stood still, in metres before the line (negative past it); nil when it never did.
  package let lineMargin: Double?
  /// The speed at which the line was passed in m/s; 0 when the car had stopped before it.
  package let speedAtLine: Double
  /// Everything that was confirmed or forgotten, in order.
  package let confirmations: [Confirmation]
  /// How often each class was read on the frames that the car acted on, in order of class number, rejected ones first.
  package let readings: [(sign: SignClass?, frames: Int)]

  package static func == (a: DriveOutcome, b: DriveOutcome) -> Bool {
    a.verdict == b.verdict && a.lineMargin == b.lineMargin && a.speedAtLine == b.speedAtLine
      && a.confirmations == b.confirmations && a.readings.elementsEqual(b.readings, by: ==)
  }
}
