import Scenarios
import Attacks
import Driving
import Groundwork
import Imaging
import Records
import Signs

/// A scenario made ready to be driven: what `stopline drive` does between its arguments and the record.
package struct DriveExperiment: Sendable {
  /// What came of it.
  package struct Result: Sendable {
    package var record: DriveRecord
    /// The attacked drive's photographs, or the only drive's, far to near.
    package var film: [DriveFilm.Frame]
  }

  private let scenario: Scenario
  private let model: Subject
  private let drive: Drive
  private let camera: RoadsideCamera
  private let attack: CameraAttack?
  /// The reader's number of the sign.
  private let signNumber: Int

  /// - Parameters:
  ///   - scenario: what to drive.
  ///   - model: what reads, behind the scenario's defences or those that took their place.
  ///   - faces: the folder of the sign faces, `Assets/Signs`.
  ///   - loop: what renders; results do not depend on its threads.
  /// - Throws: `SignFaceError` when the face cannot be loaded, `ParameterFault` when a setting is out of range,
  ///   `UnknownSign` when the model does not tell the sign or the attack's target apart.
  package init(_ scenario: Scenario, model: Subject, faces: String, loop: ConcurrentLoop) throws {
    camera = try RoadsideCamera(scenario, faces: faces, loop: loop)
    drive = try Drive(
      vehicle: scenario.vehicle, perception: scenario.perception.belief,
      jitter: CropJitter(deviation: scenario.perception.cropJitter, seed: scenario.seed),
      startDistance: scenario.sign.distance)
    attack = try scenario.attack.cameraAttack(
      on: scenario.sign.face, model: model, seed: scenario.seed)
    signNumber = try model.index(of: scenario.sign.face)
    self.scenario = scenario
    self.model = model
  }

  /// Drives the clean drive and, where the scenario attacks, its attacked twin with the same seed.
  package func callAsFunction() throws -> Result {
    let film = DriveFilm(distances: filmDistances)
    guard let attack else {
      let log = try drive.run(
        camera: camera, reader: NetworkSignReader(model: model, attack: nil, film: film))
      return Result(record: record(of: log), film: film.frames)
    }
    let comparison = try DriveComparison(
      drive, camera: camera,
      cleanReader: NetworkSignReader(model: model, attack: nil, film: DriveFilm(distances: [])),
      attackedReader: NetworkSignReader(model: model, attack: attack, film: film),
      sign: scenario.sign.face, target: target)
    return Result(record: record(of: comparison, under: attack), film: film.frames)
  }

  /// From where comfortable braking must begin, in metres before the line.
  package var brakingPoint: Double { drive.vehicle.brakingPoint }

  /// What a flip is counted towards: the goal's class; where the goal is any other class, yield, which drivers know.
  private var target: SignClass {
    if case .toward(let target) = scenario.attack.aim { return target }
    return scenario.sign.face == .yield ? .stop : .yield
  }

  /// Shares of the way from first sight, with the braking point among them.
  private var filmDistances: [Double] {
    let start = scenario.sign.distance ?? camera.firstSight
    return ([1, 0.75, 0.5, 0.25, 0.12].map { $0 * start } + [brakingPoint]).filter { $0 <= start }.sorted(by: >)
  }

  // MARK: Records

  private func record(of log: DriveLog<FrameEvidence>) -> DriveRecord {
    DriveRecord(
      scenario: scenario.name, seed: scenario.seed, model: model.reference, attack: nil,
      clean: OutcomeRecord(log.outcome, model.classes), attacked: nil,
      flips: FlipRecord(
        FlipCount(log.rows, from: scenario.sign.face, to: target, brakingPoint: brakingPoint), from: signNumber,
        model.classes),
      control: nil, norms: NormSummary(of: []), cost: CostRecord(), frames: log.rows.map(FrameRecord.init),
      cleanFrames: [], motion: log.motion.map(MotionRecord.init), cleanMotion: [])
  }

  private func record(of comparison: DriveComparison<FrameEvidence>, under attack: CameraAttack) -> DriveRecord {
    let frames = comparison.attacked.rows.map(FrameRecord.init)
    return DriveRecord(
      scenario: scenario.name, seed: scenario.seed, model: model.reference,
      attack: AttackDescription(
        method: attack.attack.name, surface: scenario.attack.surface.rawValue, goal: attack.goal.record,
        budget: attack.attack.budget.record),
      clean: OutcomeRecord(comparison.clean.outcome, model.classes),
      attacked: OutcomeRecord(comparison.attacked.outcome, model.classes),
      flips: FlipRecord(comparison.flips, from: signNumber, model.classes),
      control: ControlRecord(comparison.attacked.rows, from: scenario.sign.face, to: target),
      norms: NormSummary(of: frames.map(\.norms)),
      cost: CostRecord(
        queries: frames.reduce(0) { $0 + $1.cost.queries }, gradients: frames.reduce(0) { $0 + $1.cost.gradients }),
      frames: frames, cleanFrames: comparison.clean.rows.map(CleanFrameRecord.init),
      motion: comparison.attacked.motion.map(MotionRecord.init),
      cleanMotion: comparison.clean.motion.map(MotionRecord.init))
  }
}
