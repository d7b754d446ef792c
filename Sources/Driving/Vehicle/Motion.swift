/// Where the car is along its lane and how it moves.
package struct Motion: Sendable, Equatable {
  /// Metres since the drive began.
  package var travelled: Double
  /// Metres a second, never negative.
  package var speed: Double
  /// Metres a second squared, negative when braking.
  package var acceleration: Double

  package init(travelled: Double = 0, speed: Double, acceleration: Double = 0) {
    self.travelled = travelled
    self.speed = speed
    self.acceleration = acceleration
  }

  /// The step of the integration in seconds: 100 Hz.
  package static let step = 0.01

  /// Steps in a second.
  static let stepsPerSecond = 100

  /// The car stands, and nothing is about to move it.
  package var isStanding: Bool { speed == 0 && acceleration == 0 }

  /// Moves on for some seconds at a constant jerk, exactly; a car that comes to a stand on the way stays there.
  mutating func advance(by duration: Double, jerk: Double) {
    let changed = speed + duration * (acceleration + duration * jerk / 2)
    guard changed >= 0 else { return stand(within: duration, jerk: jerk) }
    travelled += duration * (speed + duration * (acceleration / 2 + duration * jerk / 6))
    speed = changed
    acceleration += duration * jerk
  }

  /// Moves on to where the speed is zero.
  private mutating func stand(within duration: Double, jerk: Double) {
    // The first root of speed + acceleration t + jerk t^2 / 2, in the form that does not cancel.
    let root = (acceleration * acceleration - 2 * jerk * speed).squareRoot()
    let instant = min(2 * speed / (root - acceleration), duration)
    travelled += instant * (speed + instant * (acceleration / 2 + instant * jerk / 6))
    speed = 0
    acceleration = 0
  }
}
