/// What `stopline drive` writes to `drive.json`: an attacked drive beside its clean twin, or a clean drive alone.
package struct DriveRecord: Codable, Sendable, Equatable {
  /// The version of this record's layout: `stopline.drive/1`.
  package var schema = "stopline.drive/1"
  /// The scenario's name.
  package var scenario: String
  package var seed: UInt64
  package var model: ModelReference
  /// The attack; nil when the drive was not attacked.
  @Nullable package var attack: AttackDescription?
  /// How the drive without the attack ended.
  package var clean: OutcomeRecord
  /// How the attacked drive ended; nil when the drive was not attacked.
  @Nullable package var attacked: OutcomeRecord?
  /// What the attack changed in the rows of `frames`.
  package var flips: FlipRecord
  /// The attack's control, random noise of the same norm; nil without an attack.
  @Nullable package var control: ControlRecord?
  /// The perturbation's size over the rows of `frames`.
  package var norms: NormSummary
  /// What the attack asked of the network over the whole drive.
  package var cost: CostRecord
  /// The photographs of the attacked drive, or of the only drive.
  package var frames: [FrameRecord]
  /// The photographs of the clean twin; empty when there was no attack.
  package var cleanFrames: [CleanFrameRecord]
  /// The motion of the drive in `frames` from start to end, also where the sign is out of sight.
  package var motion: [MotionRecord]
  /// The motion of the clean twin; empty when there was no attack.
  package var cleanMotion: [MotionRecord]

  package init(
    scenario: String, seed: UInt64, model: ModelReference, attack: AttackDescription?, clean: OutcomeRecord,
    attacked: OutcomeRecord?, flips: FlipRecord, control: ControlRecord?, norms: NormSummary, cost: CostRecord,
    frames: [FrameRecord], cleanFrames: [CleanFrameRecord], motion: [MotionRecord], cleanMotion: [MotionRecord]
  ) {
    self.scenario = scenario
    self.seed = seed
    self.model = model
    self.attack = attack
    self.clean = clean
    self.attacked = attacked
    self.flips = flips
    self.control = control
    self.norms = norms
    self.cost = cost
    self.frames = frames
    self.cleanFrames = cleanFrames
    self.motion = motion
    self.cleanMotion = cleanMotion
  }

  private enum CodingKeys: String, CodingKey {
    case schema, scenario, seed, model, attack, clean, attacked, flips, control, norms, cost, frames
    case cleanFrames = "clean_frames"
    case motion
    case cleanMotion = "clean_motion"
  }
}
