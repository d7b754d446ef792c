import Signs

/// One photograph of a drive and what was read on it.
package struct DriveRow<Evidence: Sendable>: Sendable {
  /// The frame's number since the drive began.
  package let frame: Int
  /// Where the car was.
  package let motion: MotionSample
  /// How wide the sign is in the frame, in pixels.
  package let signWidth: Double
  /// The photograph as it was; without a class when the reader rejected it.
  package let clean: SignReading
  /// The photograph as it was perturbed, likewise; nil without an attack.
  package let attacked: Observation<Evidence>.Attacked?

  /// What the car acts on.
  package var actedOn: SignReading { attacked?.reading ?? clean }
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
