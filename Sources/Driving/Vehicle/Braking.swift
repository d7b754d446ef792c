extension Vehicle {
  /// How fast the acceleration may change.
  var jerkLimits: JerkLimits {
    JerkLimits(comfort: jerkLimit, emergency: emergencyJerk, comfortableBraking: comfortableBraking)
  }

  /// Getting down to a speed with at most the given deceleration, built up as comfort has it.
  func slowing(to speed: Double, braking: Double) -> SpeedGoal {
    SpeedGoal(speed: speed, braking: braking, acceleration: acceleration)
  }

  /// Getting down to a speed as hard and as suddenly as the car can.
  func emergency(to speed: Double) -> SpeedGoal { slowing(to: speed, urgency: Vehicle.greatestUrgency) }

  /// Keeping the cruising speed, or returning to it.
  var cruising: SpeedGoal { slowing(to: cruisingSpeed, braking: comfortableBraking) }

  /// How many metres a moving car needs until its speed is down to the goal's for good; 0 if it is there already.
  ///
  /// The very steps that the drive takes are taken ahead, so a plan made here comes true to the millimetre.
  func distance(_ motion: Motion, toSlowTo goal: SpeedGoal) -> Double {
    var ahead = motion
    while ahead.speed > goal.speed || ahead.acceleration > 0 {
      ahead.step(towards: goal, within: jerkLimits)
    }
    return ahead.travelled - motion.travelled
  }

  /// Whether a moving car can slow to the goal within `distance` metres; steps ahead only where a rough bound does not
  /// settle it.
  func canSlow(_ motion: Motion, to goal: SpeedGoal, within distance: Double) -> Bool {
    roughDistance(motion, toSlowTo: goal) <= distance || self.distance(motion, toSlowTo: goal) <= distance
  }

  /// A bound from above on `distance(_:toSlowTo:)`: to a stand, at the lowest jerk limit, build-up and release of the
  /// braking reckoned as twice what they are.
  func roughDistance(_ motion: Motion, toSlowTo goal: SpeedGoal) -> Double {
    let jerk = max(goal.buildUp, min(jerkLimit.slow, jerkLimit.fast))
    let lettingGo = max(0, motion.acceleration) / jerk
    let speed = motion.speed + max(0, motion.acceleration) * lettingGo / 2
    return speed * (lettingGo + speed / (2 * goal.braking) + goal.braking / jerk + 4 * Motion.step)
  }

  /// How far before the line the last photograph can be taken that still lets a cruising car stop comfortably, in
  /// metres: the way during the latency, the braking with its build-up and release, and the room left before the line.
  package var brakingPoint: Double {
    let motion = Motion(speed: cruisingSpeed)
    return cruisingSpeed * latency + distance(motion, toSlowTo: slowing(to: 0, braking: comfortableBraking))
      + Driver.standoff
  }
}
