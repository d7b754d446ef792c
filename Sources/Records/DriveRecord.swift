/// What `stopline drive` writes to `drive.json`: an attacked drive beside its clean twin and its control, or a clean
/// drive alone.
package struct DriveRecord: Codable, Sendable, Equatable {
  /// The version of this record's layout: `stopline.drive/2`.
  package var schema = "stopline.drive/2"
  /// The program's.
  package var version = ProgramVersion.current
  package var arithmetic: ArithmeticRecord
  package var seed: UInt64
  package var scenario: ScenarioRecord
  package var subject: SubjectRecord
  package var sign: SignRecord
  /// The attack; nil when the drive was not attacked.
  @Nullable package var attack: AttackDescription?
  /// How far before the line the last photograph can be taken that still lets the car stop comfortably, in metres.
  package var brakingPoint: Double
  /// Whether a car that believes the sign at first sight could have done what it asks; nil where it asks for nothing
  /// that the driver acts on.
  @Nullable package var couldObey: Bool?
  /// What a reader of the figures must know, sentences.
  package var notes: [String]
  /// How the drive without the attack ended.
  package var clean: OutcomeRecord
  /// How the attacked drive ended; nil when the drive was not attacked.
  @Nullable package var attacked: OutcomeRecord?
  /// How the drive ended on whose photographs random noise of the attack's norm was put; nil without an attack.
  @Nullable package var control: OutcomeRecord?
  /// In which norm that noise equals the attack's perturbations: `linf`, `l2`, `l0_features` or `l0_pixels`.
  @Nullable package var controlNorm: String?
  /// What the attack made of the photographs that are read rightly without it; nil without an attack.
  @Nullable package var turned: TurnedRecord?
  /// The perturbation's size over the rows of `frames`.
  package var norms: NormSummary
  /// What the attack asked of the network over the whole drive.
  package var cost: CostRecord
  /// The photographs of the attacked drive, or of the only drive.
  package var frames: [FrameRecord]
  /// The photographs of the clean twin; empty when there was no attack.
  package var cleanFrames: [CleanFrameRecord]
  /// The photographs of the control drive; empty when there was no attack.
  package var controlFrames: [ControlFrameRecord]
  /// The motion of the drive in `frames` from start to end, also where the sign is out of sight.
  package var motion: [MotionRecord]
  /// The motion of the clean twin; empty when there was no attack.
  package var cleanMotion: [MotionRecord]
  /// The motion of the control drive; empty when there was no attack.
  package var controlMotion: [MotionRecord]

  package init(
    arithmetic: ArithmeticRecord, seed: UInt64, scenario: ScenarioRecord, subject: SubjectRecord, sign: SignRecord,
    attack: AttackDescription?, brakingPoint: Double, couldObey: Bool?, notes: [String], clean: OutcomeRecord,
    attacked: OutcomeRecord?, control: OutcomeRecord?, controlNorm: String?, frames: [FrameRecord],
    cleanFrames: [CleanFrameRecord], controlFrames: [ControlFrameRecord], motion: [MotionRecord],
    cleanMotion: [MotionRecord], controlMotion: [MotionRecord]
  ) {
    self.arithmetic = arithmetic
    self.seed = seed
    self.scenario = scenario
    self.subject = subject
    self.sign = sign
    self.attack = attack
    self.brakingPoint = brakingPoint
    self.couldObey = couldObey
    self.notes = notes
    self.clean = clean
    self.attacked = attacked
    self.control = control
    self.controlNorm = controlNorm
    turned = attack.map { attack in
      TurnedRecord(
        of: frames.filter { $0.clean.classNumber == sign.classNumber }.map {
          ReadingKind($0.actedOn.classNumber, sign: sign.classNumber, goal: attack.goal)
        })
    }
    norms = NormSummary(of: frames.map(\.norms))
    cost = CostRecord(
      queries: frames.reduce(0) { $0 + $1.cost.queries }, gradients: frames.reduce(0) { $0 + $1.cost.gradients })
    self.frames = frames
    self.cleanFrames = cleanFrames
    self.controlFrames = controlFrames
    self.motion = motion
    self.cleanMotion = cleanMotion
    self.controlMotion = controlMotion
  }

  /// The drive that the scenario is about: the attacked one, or the only one.
  package var judged: OutcomeRecord { attacked ?? clean }

  /// How a reading stands to the sign and to what the attack wants.
  package func kind(of reading: FrameReading) -> ReadingKind {
    ReadingKind(reading.classNumber, sign: sign.classNumber, goal: attack?.goal)
  }

  private enum CodingKeys: String, CodingKey {
    case schema, version, arithmetic, seed, scenario, subject, sign, attack
    case brakingPoint = "braking_point_m"
    case couldObey = "could_obey"
    case notes, clean, attacked, control
    case controlNorm = "control_norm"
    case turned, norms, cost, frames
    case cleanFrames = "clean_frames"
    case controlFrames = "control_frames"
    case motion
    case cleanMotion = "clean_motion"
    case controlMotion = "control_motion"
  }
}
