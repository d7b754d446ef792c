import Signs

/// The car's eyes: takes the frames, has them read, and keeps the rows.
struct Observer<Evidence: Sendable> {
  private(set) var perception: Perception
  let jitter: CropJitter
  private var frame = 0
  private var rows: [DriveRow<Evidence>] = []
  private var motion: [MotionSample] = []
  private var confirmations: [Confirmation] = []

  init(perception: Perception, jitter: CropJitter) {
    self.perception = perception
    self.jitter = jitter
  }

  /// The instant of the next frame, in steps since the drive began.
  func nextFrame(atRate rate: Double) -> Double {
    Double(frame * Motion.stepsPerSecond) / rate - 1e-9
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
    let row = DriveRow(
      frame: frame, motion: sample, signWidth: sign.width, clean: observation.clean, attacked: observation.attacked)
    rows.append(row)
    let before = perception.confirmed
    perception.observe(row.actedOn.sign)
    if perception.confirmed != before {
      confirmations.append(Confirmation(sign: perception.confirmed, distance: sample.distance))
    }
  }

  /// The drive as it is kept.
  func log(_ judgement: (verdict: Verdict, lineMargin: Double?, speedAtLine: Double)) -> DriveLog<Evidence> {
    DriveLog(
      rows: rows, motion: motion,
      outcome: DriveOutcome(
        verdict: judgement.verdict, lineMargin: judgement.lineMargin, speedAtLine: judgement.speedAtLine,
        confirmations: confirmations, readings: histogram))
  }

  private var histogram: [(sign: SignClass?, frames: Int)] {
    let signs = [nil] + SignClass.allCases.map(Optional.some)
    return signs.map { sign in (sign, rows.count { $0.actedOn.sign == sign }) }.filter { $0.1 > 0 }
  }
}
