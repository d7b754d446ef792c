extension Vehicle {
  /// Getting down to a speed with at most the given deceleration.
  func slowing(to speed: Double, braking: Double) -> SpeedGoal {
    SpeedGoal(speed: speed, braking: braking, acceleration: acceleration)
  }

  /// Keeping the cruising speed, or returning to it.
  var cruising: SpeedGoal { slowing(to: cruisingSpeed, braking: comfortableBraking) }

  /// How many metres a moving car needs until its speed is down to the goal's for good; 0 if it is there already.
  ///
  /// The very steps that the drive takes are taken ahead, so a plan made here comes true to the millimetre.
  func distance(_ motion: Motion, toSlowTo goal: SpeedGoal) -> Double {
    var ahead = motion
    while ahead.speed > goal.speed || ahead.acceleration > 0 {
      ahead.step(towards: goal, within: jerkLimit)
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
    let jerk = min(jerkLimit.slow, jerkLimit.fast)
    let lettingGo = max(0, motion.acceleration) / jerk
    let speed = motion.speed + max(0, motion.acceleration) * lettingGo / 2
    return speed * (lettingGo + speed / (2 * goal.braking) + goal.braking / jerk + 4 * Motion.step)
  }

  /// The gentlest braking that slows a moving car to `speed` within `distance` metres; the hardest there is when none
  /// does. Looks from half the comfortable braking upwards.
  func braking(_ motion: Motion, toSlowTo speed: Double, within distance: Double) -> Double {
    var enough = hardestBraking
    var tooLittle = min(comfortableBraking, hardestBraking) / 2
    guard canSlow(motion, to: slowing(to: speed, braking: enough), within: distance) else { return enough }
    for _ in 0..<30 {
      let middle = (enough + tooLittle) / 2
      if canSlow(motion, to: slowing(to: speed, braking: middle), within: distance) {
        enough = middle
      } else {
        tooLittle = middle
      }
    }
    return enough
  }

  /// How far before the line the last photograph can be taken that still lets a cruising car stop comfortably, in
  /// metres: the way during the latency, the braking with its build-up and release, and the room left before the line.
  package var brakingPoint: Double {
    let motion = Motion(speed: cruisingSpeed)
    return cruisingSpeed * latency + distance(motion, toSlowTo: slowing(to: 0, braking: comfortableBraking))
      + Driver.standoff
  }
}
