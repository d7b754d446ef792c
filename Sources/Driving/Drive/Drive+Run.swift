import Signs

extension Drive {
  /// Drives from the start, at cruising speed, to `runOut` past the line.
  ///
  /// The same camera, reader and settings give the same log.
  ///
  /// - Throws: what the camera or the reader throws, `ParameterFault` for a camera that no drive can be made with,
  ///   `UnfinishedDrive` for a drive that takes far too long.
  package func run<Evidence>(
    camera: inout some SignCamera, reader: some SignReader<Evidence>
  ) throws -> DriveLog<Evidence> {
    var approach = try approach(seenBy: camera)
    var reader = reader
    var observer = Observer<Evidence>(perception: Perception(perception, frameRate: camera.frameRate), jitter: jitter)
    while true {
      if Double(approach.step) >= Drive.instant(ofFrame: observer.frame, rate: camera.frameRate) {
        try observer.take(approach.sample, camera: &camera, reader: &reader)
        approach.belief.learn(observer.perception.confirmed, at: approach.step)
      }
      if let judgement = approach.judgement { return observer.log(judgement) }
      try approach.advance()
    }
  }

  /// Whether a car that believes the sign from its first photograph on can do what it asks; nil where the sign asks for
  /// nothing that this driver acts on.
  /// - Throws: as `run` does.
  package func couldObey(seenBy camera: some SignCamera) throws -> Bool? {
    guard sign.demand.isActedOn else { return nil }
    var approach = try approach(seenBy: camera)
    var frame = 0
    while true {
      if Double(approach.step) >= Drive.instant(ofFrame: frame, rate: camera.frameRate) {
        frame += 1
        if camera.sight(at: approach.sample.distance) != nil { approach.belief.learn(sign, at: approach.step) }
      }
      if let judgement = approach.judgement { return !judgement.verdict.isWrong }
      try approach.advance()
    }
  }

  private func approach(seenBy camera: some SignCamera) throws(ParameterFault) -> Approach {
    try ParameterFault.check(camera.frameRate, in: Drive.frameRates, "camera.rate")
    let line = startDistance ?? camera.firstSight
    try ParameterFault.check(line, in: Drive.startDistances, "the distance at which the sign comes into sight")
    return Approach(vehicle, line: line, demand: sign.demand)
  }

  /// The instant of a frame, in steps since the drive began.
  private static func instant(ofFrame frame: Int, rate: Double) -> Double {
    Double(frame * Motion.stepsPerSecond) / rate - 1e-9
  }
}
