/// A speed to get to, and how firmly.
struct SpeedGoal: Sendable, Equatable {
  /// Metres a second.
  var speed: Double
  /// The hardest deceleration on the way down, in m/s2, positive.
  var braking: Double
  /// The strongest acceleration on the way up, in m/s2.
  var acceleration: Double
  /// How fast the acceleration may change even where comfort would have it change more slowly, in m/s3; 0 where comfort
  /// alone says.
  var buildUp = 0.0
}

extension Motion {
  /// Moves on by one step towards a speed, with the jerk within its limit: the acceleration builds up, holds, and is
  /// let go so early that it is zero when the speed is reached.
  ///
  /// Letting go with constant jerk from acceleration a over a speed gap g takes the jerk a^2 / 2g, which stays the same
  /// on the way; so the acceleration is held until one more step would ask for more than the limit.
  mutating func step(towards goal: SpeedGoal, within limits: JerkLimits) {
    let gap = goal.speed - speed
    if gap == 0 && acceleration == 0 {
      travelled += Motion.step * speed
    } else if gap * acceleration > 0 {
      approach(goal, gap: gap, within: limits)
    } else if acceleration == 0 {
      advance(by: Motion.step, jerk: building(towards: goal, gap: gap, within: limits))
    } else {
      advance(by: Motion.step, jerk: ending(goal, within: limits))
    }
  }

  /// One step of a car whose acceleration already takes it to the goal.
  private mutating func approach(_ goal: SpeedGoal, gap: Double, within limits: JerkLimits) {
    var pressed = self
    pressed.advance(by: Motion.step, jerk: building(towards: goal, gap: gap, within: limits))
    let left = goal.speed - pressed.speed
    if left * gap > 0, pressed.jerkOfLettingGo(gap: left) <= limits.at(pressed, towards: goal) {
      self = pressed
      return
    }
    let jerk = jerkOfLettingGo(gap: gap)
    guard jerk <= limits.at(self, towards: goal) * (1 + 1e-6) else {
      // The goal was changed too late to be met without passing it.
      return advance(by: Motion.step, jerk: ending(goal, within: limits))
    }
    let duration = 2 * gap / acceleration
    if duration > Motion.step * (1 + 1e-9) {
      return advance(by: Motion.step, jerk: acceleration > 0 ? -jerk : jerk)
    }
    advance(by: duration, jerk: -acceleration / duration)
    speed = goal.speed
    acceleration = 0
    travelled += max(0, Motion.step - duration) * speed
  }

  /// The jerk, as a magnitude, that ends the acceleration just when the speed has changed by `gap`.
  private func jerkOfLettingGo(gap: Double) -> Double {
    acceleration * acceleration / (2 * abs(gap))
  }

  /// The jerk that brings the acceleration to the goal's rate; from rest no more than lets a small gap close smoothly.
  private func building(towards goal: SpeedGoal, gap: Double, within limits: JerkLimits) -> Double {
    let wanted = gap < 0 ? -goal.braking : goal.acceleration
    var most = limits.at(self, towards: goal)
    if acceleration == 0 { most = min(most, abs(gap) / (Motion.step * Motion.step)) }
    return min(max((wanted - acceleration) / Motion.step, -most), most)
  }

  /// The jerk that brings the acceleration to zero, and not beyond.
  private func ending(_ goal: SpeedGoal, within limits: JerkLimits) -> Double {
    let most = limits.at(self, towards: goal)
    return min(max(-acceleration / Motion.step, -most), most)
  }
}
