// How a driver brakes when the room is short: at first as hard as is comfortable, but more suddenly; when that is not
// enough, harder too. In between nothing jumps, so a stop that can be made ends where it is meant to.

extension Vehicle {
  /// The urgency of the hardest braking; between it and comfort lies that of comfortable deceleration, built up as fast
  /// as in an emergency.
  static let greatestUrgency = 3.0

  /// Getting down to a speed with a given urgency, from 0, half the comfortable braking, to `greatestUrgency`.
  func slowing(to speed: Double, urgency: Double) -> SpeedGoal {
    // How far each of the three parts is gone through.
    let (firmly, suddenly, hard) = (min(urgency, 1), min(max(urgency - 1, 0), 1), min(max(urgency - 2, 0), 1))
    let gentlest = comfortableBraking / 2
    var goal = slowing(
      to: speed,
      braking: gentlest + firmly * (comfortableBraking - gentlest) + hard * (hardestBraking - comfortableBraking))
    let slowest = min(jerkLimit.slow, jerkLimit.fast)
    if suddenly > 0 { goal.buildUp = slowest + suddenly * max(0, emergencyJerk - slowest) }
    return goal
  }

  /// The gentlest braking that slows a moving car to `speed` within `distance` metres; the hardest there is when none
  /// does.
  func braking(_ motion: Motion, toSlowTo speed: Double, within distance: Double) -> SpeedGoal {
    var (tooLittle, enough) = (0.0, Vehicle.greatestUrgency)
    guard canSlow(motion, to: emergency(to: speed), within: distance) else { return emergency(to: speed) }
    for _ in 0..<32 {
      let middle = (enough + tooLittle) / 2
      if canSlow(motion, to: slowing(to: speed, urgency: middle), within: distance) {
        enough = middle
      } else {
        tooLittle = middle
      }
    }
    return slowing(to: speed, urgency: enough)
  }
}
