import Testing

@testable import Driving

@Suite("Motion")
struct MotionTests {
  private let limits = JerkLimits(comfort: .iso15622, emergency: 12.65, comfortableBraking: 3.4)

  @Test("constant jerk is integrated exactly")
  func exact() {
    var motion = Motion(travelled: 2, speed: 10, acceleration: 1)
    motion.advance(by: 2, jerk: -0.5)
    #expect(abs(motion.travelled - (2 + 20 + 2 - 0.5 * 8 / 6)) < 1e-12)
    #expect(abs(motion.speed - (10 + 2 - 1)) < 1e-12)
    #expect(abs(motion.acceleration - 0) < 1e-12)
  }

  @Test("a car that comes to a stand stays there")
  func stand() {
    var motion = Motion(speed: 1, acceleration: -2)
    motion.advance(by: 3, jerk: 0)
    #expect(abs(motion.travelled - 0.25) < 1e-12)
    #expect(motion.isStanding)
  }

  @Test(
    "the jerk limit is that of ISO 15622",
    arguments: [
      (0.0, 5.0), (5.0, 5.0), (12.5, 3.75), (20.0, 2.5), (50.0, 2.5),
    ])
  func jerkLimit(_ speed: Double, _ expected: Double) {
    #expect(abs(JerkLimit.iso15622.at(speed) - expected) < 1e-12)
  }

  @Test("a constant limit is the same at every speed", arguments: [0.0, 7, 13, 30])
  func constantLimit(_ speed: Double) {
    #expect(JerkLimit.constant(9).at(speed) == 9)
  }

  @Test(
    "speed goals are met exactly, with nothing left of the acceleration",
    arguments: [
      (13.9, 0.0), (13.9, 2.8), (30.0, 29.999), (0.0, 13.9), (2.0, 2.0001), (20.0, 0.0), (5.0, 5.0),
    ])
  func goals(_ from: Double, _ to: Double) {
    var motion = Motion(speed: from)
    let goal = SpeedGoal(speed: to, braking: 3.4, acceleration: 2)
    for _ in 0..<3000 { motion.step(towards: goal, within: limits) }
    #expect(motion.speed == to)
    #expect(motion.acceleration == 0)
  }

  @Test("a goal that changes at any time is met, within the limits of jerk")
  func changingGoals() {
    var motion = Motion(speed: 15)
    let limits = JerkLimits(comfort: .iso15622, emergency: 12.65, comfortableBraking: 6)
    for step in 0..<6000 {
      let speed = [0, 15, 2.8, 9][step / 37 % 4]
      let before = motion
      motion.step(towards: SpeedGoal(speed: speed, braking: 6, acceleration: 2), within: limits)
      #expect(motion.speed >= 0)
      #expect(motion.travelled >= before.travelled)
      let jerk = abs(motion.acceleration - before.acceleration) / Motion.step
      #expect(jerk <= JerkLimit.iso15622.at(before.speed) + 1e-6)
    }
    for _ in 0..<3000 {
      motion.step(towards: SpeedGoal(speed: 9, braking: 6, acceleration: 2), within: limits)
    }
    #expect(motion.speed == 9)
  }

  @Test("braking harder than is comfortable is let go at the emergency's jerk until it is comfortable again")
  func comingBack() {
    var motion = Motion(speed: 12, acceleration: -8)
    let goal = SpeedGoal(speed: 13, braking: 3.4, acceleration: 2)
    while motion.acceleration < 0 {
      let before = motion
      motion.step(towards: goal, within: limits)
      let jerk = (motion.acceleration - before.acceleration) / Motion.step
      let most = before.acceleration < -3.4 ? 12.65 : JerkLimit.iso15622.at(before.speed)
      #expect(jerk <= most + 1e-6)
    }
    // 4.6 m/s2 at 12.65 m/s3 and 3.4 m/s2 at some 4 m/s3: below 12 m/s by less than a comfortable release takes.
    #expect(motion.speed > 12 - 4)
  }
}
