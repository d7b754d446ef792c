import Signs

/// The car's eyes: takes the frames, has them read, and keeps the rows.
struct Observer<Evidence: Sendable> {
  private(set) var perception: Perception
  let jitter: CropJitter
  /// The number of the next frame.
  private(set) var frame = 0
  private var rows: [DriveRow<Evidence>] = []
  private var motion: [MotionSample] = []
  private var beliefs: [Belief] = []

  init(perception: Perception, jitter: CropJitter) {
    self.perception = perception
    self.jitter = jitter
  }

  /// Takes one frame; when it shows the sign, has it read.
  mutating func take(
    _ sample: MotionSample, camera: inout some SignCamera, reader: inout some SignReader<Evidence>
  ) throws {
    defer { frame += 1 }
    motion.append(sample)
    guard let sign = camera.sight(at: sample.distance) else { return }
    let crop = jitter.crop(of: sign, frame: frame)
    let image = try camera.photograph(frame: frame, distance: sample.distance, crop: crop)
    let observation = try reader.read(
      Photograph(frame: frame, distance: sample.distance, sign: sign, crop: crop, image: image))
    let before = perception.confirmed
    perception.observe(observation.reading.sign)
    if perception.confirmed != before {
      beliefs.append(Belief(sign: perception.confirmed, time: sample.time, distance: sample.distance))
    }
    rows.append(
      DriveRow(
        frame: frame, motion: sample, signWidth: sign.width, reading: observation.reading,
        believed: perception.confirmed,
        evidence: observation.evidence))
  }

  /// The drive as it is kept.
  func log(_ judgement: LineWatch.Judgement) -> DriveLog<Evidence> {
    DriveLog(
      rows: rows, motion: motion,
      outcome: DriveOutcome(
        verdict: judgement.verdict, lineMargin: judgement.lineMargin, speedAtLine: judgement.speedAtLine,
        hardestBraking: judgement.hardestBraking, beliefs: beliefs))
  }
}
