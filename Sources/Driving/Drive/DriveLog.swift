import Signs

/// One photograph of a drive and what was read on it.
package struct DriveRow<Evidence: Sendable>: Sendable {
  /// The frame's number since the drive began.
  package let frame: Int
  /// Where the car was.
  package let motion: MotionSample
  /// How wide the sign is in the frame, in pixels.
  package let signWidth: Double
  /// What the car got to know of it.
  package let reading: SignReading
  /// What is confirmed with this photograph; nil when no sign is.
  package let believed: SignClass?
  /// What the reader keeps of it.
  package let evidence: Evidence
}

/// Where the car was at the instant of a frame.
package struct MotionSample: Sendable, Equatable {
  /// Seconds since the drive began.
  package let time: Double
  /// Metres to the stop line, negative past it.
  package let distance: Double
  /// Metres a second.
  package let speed: Double
  /// Metres a second squared, negative when braking.
  package let acceleration: Double
}

/// All that is kept of a drive.
package struct DriveLog<Evidence: Sendable>: Sendable {
  /// The frames that show the sign.
  package let rows: [DriveRow<Evidence>]
  /// Every frame's instant from start to end.
  package let motion: [MotionSample]
  package let outcome: DriveOutcome
}
