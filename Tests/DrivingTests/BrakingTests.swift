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
    let vehicle = Vehicle(jerkLimit: .constant(jerk))
    let way = vehicle.distance(Motion(speed: speed), toSlowTo: vehicle.slowing(to: 0, braking: braking))
    // Letting go starts at a whole step: up to one step at the speed of letting go.
    #expect(abs(way - closedForm(speed, braking: braking, jerk: jerk)) < 0.01)
  }

  @Test("without a jerk limit to speak of the way is v^2 / 2a", arguments: [3.4, 8.0])
  func textbook(_ braking: Double) {
    let vehicle = Vehicle(jerkLimit: .constant(1000))
    let speed = 50 / 3.6
    let way = vehicle.distance(Motion(speed: speed), toSlowTo: vehicle.slowing(to: 0, braking: braking))
    #expect(abs(way - speed * speed / (2 * braking)) < 0.15)
  }

  @Test("a planned braking ends where it was planned", arguments: RandomVehicles.all)
  func planned(_ vehicle: Vehicle) {
    let motion = Motion(speed: vehicle.cruisingSpeed)
    let comfortable = vehicle.distance(
      motion, toSlowTo: vehicle.slowing(to: 0, braking: vehicle.comfortableBraking))
    for room in [comfortable, comfortable * 0.95] {
      let rate = vehicle.braking(motion, toSlowTo: 0, within: room)
      let way = vehicle.distance(motion, toSlowTo: vehicle.slowing(to: 0, braking: rate))
      #expect(rate == vehicle.hardestBraking || (way <= room && way > room - 0.03))
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
    #expect(vehicle.braking(Motion(speed: 10), toSlowTo: 0, within: 1) == 8)
    #expect(vehicle.braking(Motion(speed: 10), toSlowTo: 0, within: -3) == 8)
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
