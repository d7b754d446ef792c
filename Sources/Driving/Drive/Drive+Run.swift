import Signs

extension Drive {
  /// Drives from the start, at cruising speed, to `runOut` past the line.
  ///
  /// The car acts on the attacked reading where there is one. The same camera, reader and settings give the same log.
  ///
  /// - Throws: what the camera or the reader throws, `ParameterFault` for a camera that no drive can be made with,
  ///   `UnfinishedDrive` for a drive that takes far too long.
  package func run<Evidence>(
    camera: some SignCamera, reader: some SignReader<Evidence>
  ) throws -> DriveLog<Evidence> {
    try ParameterFault.check(camera.frameRate, in: Drive.frameRates, "camera.rate")
    let line = startDistance ?? camera.firstSight
    try ParameterFault.check(line, in: Drive.startDistances, "the distance at which the sign comes into sight")

    var (camera, reader) = (camera, reader)
    var motion = Motion(speed: vehicle.cruisingSpeed)
    var driver = Driver(vehicle: vehicle, line: line)
    var watch = LineWatch(line: line)
    var belief = DelayedBelief(delay: vehicle.latency)
    var observer = Observer<Evidence>(perception: Perception(perception, frameRate: camera.frameRate), jitter: jitter)
    let mostSteps = Int((120 + 4 * line / vehicle.cruisingSpeed) * Double(Motion.stepsPerSecond))

    for step in 0...mostSteps {
      if Double(step) >= observer.nextFrame(atRate: camera.frameRate) {
        let sample = MotionSample(
          time: Double(step) / Double(Motion.stepsPerSecond), distance: line - motion.travelled, speed: motion.speed,
          acceleration: motion.acceleration)
        try observer.take(sample, camera: &camera, reader: &reader)
        belief.learn(observer.perception.confirmed, at: step)
      }
      if motion.travelled >= line + Drive.runOut, let judgement = watch.judgement {
        return observer.log(judgement)
      }
      let before = motion
      motion.step(towards: driver.decide(before, at: belief.held(at: step)), within: vehicle.jerkLimits)
      watch.watch(from: before, to: motion)
    }
    throw UnfinishedDrive(seconds: Double(mostSteps) / Double(Motion.stepsPerSecond))
  }
}
