import Testing

@testable import Driving

@Suite("Braking")
struct BrakingTests {
  /// The way to a stand with a jerk limit J: build-up over b/J seconds, constant b, release over b/J seconds.
  ///
  /// Build-up takes the speed down by b^2 / 2J, release too; the lengths are those of constant jerk.
  private func closedForm(_ speed: Double, braking: Double, jerk: Double) -> Double {
    let time = braking / jerk
    let loss = braking * braking / (2 * jerk)
    let buildUp = speed * time - jerk * time * time * time / 6
    let held = ((speed - loss) * (speed - loss) - loss * loss) / (2 * braking)
    let release = braking * braking * braking / (6 * jerk * jerk)
    return buildUp + held + release
  }

  @Test(
    "the way to a stand is the closed form's",
    arguments: [
      (50 / 3.6, 3.4, 5.0), (50 / 3.6, 8.0, 10.0), (100 / 3.6, 8.0, 10.0), (30 / 3.6, 3.4, 2.5),
    ])
  func stop(_ speed: Double, _ braking: Double, _ jerk: Double) {
    let vehicle = Vehicle(comfortableBraking: braking, jerkLimit: .constant(jerk))
    let way = vehicle.distance(Motion(speed: speed), toSlowTo: vehicle.slowing(to: 0, braking: braking))
    // Letting go starts at a whole step: up to one step at the speed of letting go.
    #expect(abs(way - closedForm(speed, braking: braking, jerk: jerk)) < 0.01)
  }

  /// An integration of its own in steps of a tenth of a millisecond: build-up, held, let go so that speed and
  /// deceleration end together.
  private func integrated(_ start: Double, braking: Double, jerk: Double) -> (way: Double, time: Double) {
    let step = 1e-4
    var (speed, deceleration, way, time) = (start, 0.0, 0.0, 0.0)
    while speed > 1e-6 {
      let isLettingGo = deceleration * deceleration / (2 * jerk) >= speed
      deceleration = isLettingGo ? max(deceleration - step * jerk, 0.01) : min(deceleration + step * jerk, braking)
      speed = max(0, speed - step * deceleration)
      way += step * speed
      time += step
    }
    return (way, time)
  }

  @Test(
    "emergency braking is built up at its own jerk and not at comfort's",
    arguments: [(30 / 3.6, 8.0, 12.65), (50 / 3.6, 8.0, 12.65), (100 / 3.6, 6.0, 12.65), (130 / 3.6, 8.0, 40.0)])
  func emergency(_ speed: Double, _ braking: Double, _ jerk: Double) {
    let vehicle = Vehicle(hardestBraking: braking, emergencyJerk: jerk)
    let way = vehicle.distance(Motion(speed: speed), toSlowTo: vehicle.emergency(to: 0))
    #expect(abs(way - integrated(speed, braking: braking, jerk: jerk).way) < 0.02)
    let comfort = closedForm(speed, braking: braking, jerk: 5)
    #expect(way < comfort)
  }

  @Test(
    "from the start of braking to the stand, on a dry road (0.75 g, 12.65 m/s3)",
    arguments: [(30.0, 7.0), (50.0, 17.0), (70.0, 31.2), (100.0, 60.4)])
  func emergencyWay(_ speed: Double, _ metres: Double) {
    let vehicle = Vehicle(hardestBraking: 0.75 * 9.80665)
    let way = vehicle.distance(Motion(speed: speed / 3.6), toSlowTo: vehicle.emergency(to: 0))
    // The figures end in a jolt; ours lets go of the brake for the last tenth of a metre.
    #expect(abs(way - metres - 0.1) < 0.1)
  }

  @Test("the way grows shorter with urgency, without a jump", arguments: RandomVehicles.all)
  func urgency(_ vehicle: Vehicle) {
    let motion = Motion(speed: vehicle.cruisingSpeed)
    let ways = stride(from: 0.0, through: Vehicle.greatestUrgency, by: 0.01).map {
      vehicle.distance(motion, toSlowTo: vehicle.slowing(to: 0, urgency: $0))
    }
    for (gentler, harder) in zip(ways, ways.dropFirst()) {
      #expect(harder <= gentler + 0.02)
      #expect(gentler - harder < 0.06 * gentler + 0.05)
    }
    let comfortable = vehicle.slowing(to: 0, braking: vehicle.comfortableBraking)
    #expect(vehicle.slowing(to: 0, urgency: 1) == comfortable)
  }

  @Test("without a jerk limit to speak of the way is v^2 / 2a", arguments: [3.4, 8.0])
  func textbook(_ braking: Double) {
    let vehicle = Vehicle(comfortableBraking: braking, jerkLimit: .constant(1000))
    let speed = 50 / 3.6
    let way = vehicle.distance(Motion(speed: speed), toSlowTo: vehicle.slowing(to: 0, braking: braking))
    #expect(abs(way - speed * speed / (2 * braking)) < 0.15)
  }

  @Test("a planned braking ends where it was planned", arguments: RandomVehicles.all)
  func planned(_ vehicle: Vehicle) {
    let motion = Motion(speed: vehicle.cruisingSpeed)
    let comfortable = vehicle.distance(
      motion, toSlowTo: vehicle.slowing(to: 0, braking: vehicle.comfortableBraking))
    for room in [comfortable, comfortable * 0.95, comfortable * 0.8] {
      let goal = vehicle.braking(motion, toSlowTo: 0, within: room)
      let way = vehicle.distance(motion, toSlowTo: goal)
      #expect(goal == vehicle.emergency(to: 0) || (way <= room && way > room - 0.05))
    }
  }

  @Test("the rough bound is never below the way itself", arguments: RandomVehicles.all)
  func roughBound(_ vehicle: Vehicle) {
    for speed in [0.01, 0.3, 1, 3, 10, vehicle.cruisingSpeed] {
      for acceleration in [-2, -0.3, 0, 0.5, 2] where speed > acceleration * acceleration {
        let motion = Motion(speed: speed, acceleration: acceleration)
        for goal in [0, 2.5].map({ vehicle.slowing(to: $0, braking: vehicle.comfortableBraking) })
        where speed > goal.speed {
          #expect(vehicle.roughDistance(motion, toSlowTo: goal) >= vehicle.distance(motion, toSlowTo: goal))
        }
      }
    }
  }

  @Test("with no room at all the hardest braking is planned")
  func noRoom() {
    let vehicle = Vehicle()
    #expect(vehicle.braking(Motion(speed: 10), toSlowTo: 0, within: 1).braking == 8)
    #expect(vehicle.braking(Motion(speed: 10), toSlowTo: 0, within: -3).buildUp == 12.65)
  }

  @Test("the braking point has the latency, the braking, its build-up and the room before the line")
  func brakingPoint() {
    let vehicle = Vehicle(jerkLimit: .constant(5))
    let speed = vehicle.cruisingSpeed
    let expected = speed * 0.3 + closedForm(speed, braking: 3.4, jerk: 5) + 1
    #expect(abs(vehicle.brakingPoint - expected) < 0.01)
    #expect(Vehicle().brakingPoint > vehicle.brakingPoint)
  }
}
