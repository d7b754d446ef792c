import Signs

/// The car on its way to the line, step by step: how it moves, what its driver does, and who watches.
struct Approach {
  let vehicle: Vehicle
  /// Where the line is, in metres from where the drive began.
  let line: Double
  private(set) var motion: Motion
  private(set) var watch: LineWatch
  /// What the driver takes to be the sign, after the latency.
  var belief: DelayedBelief
  private var driver: Driver
  /// Steps since the drive began.
  private(set) var step = 0

  /// - Parameters:
  ///   - line: where it is, in metres from where the drive begins.
  ///   - demand: what the sign at the line asks for.
  init(_ vehicle: Vehicle, line: Double, demand: Demand) {
    self.vehicle = vehicle
    self.line = line
    motion = Motion(speed: vehicle.cruisingSpeed)
    driver = Driver(vehicle: vehicle, line: line)
    watch = LineWatch(line: line, demand: demand, cruisingSpeed: vehicle.cruisingSpeed)
    belief = DelayedBelief(delay: vehicle.latency)
  }

  /// Where the car is now.
  var sample: MotionSample {
    MotionSample(
      time: Double(step) / Double(Motion.stepsPerSecond), distance: line - motion.travelled, speed: motion.speed,
      acceleration: motion.acceleration)
  }

  /// What the car did at the line; nil before the drive has ended.
  var judgement: LineWatch.Judgement? {
    motion.travelled >= line + Drive.runOut ? watch.judgement : nil
  }

  /// Moves on by a step.
  /// - Throws: `UnfinishedDrive` when the drive takes far too long.
  mutating func advance() throws(UnfinishedDrive) {
    guard Double(step) < (120 + 4 * line / vehicle.cruisingSpeed) * Double(Motion.stepsPerSecond) else {
      throw UnfinishedDrive(seconds: Double(step) / Double(Motion.stepsPerSecond))
    }
    let before = motion
    motion.step(towards: driver.decide(before, at: belief.held(at: step)), within: vehicle.jerkLimits)
    watch.watch(from: before, to: motion)
    step += 1
  }
}
