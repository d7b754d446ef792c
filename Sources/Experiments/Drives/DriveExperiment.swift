import Attacks
import Driving
import Groundwork
import Records
import Scenarios
import Signs

/// A scenario made ready to be driven: what `stopline drive` does between its arguments and the record.
package struct DriveExperiment: Sendable {
  /// What came of it.
  package struct Result: Sendable {
    package var record: DriveRecord
    /// Photographs of the attacked drive, or of the only drive, far to near.
    package var film: [DriveFilm.Frame]
  }

  /// What was driven: the clean drive, and where the scenario attacks the attacked one and its control.
  struct Logs {
    var clean: DriveLog<FrameEvidence>
    var attacked: DriveLog<FrameEvidence>?
    var control: DriveLog<FrameEvidence>?
  }

  let scenario: Scenario
  let subject: Subject
  let drive: Drive
  let camera: RoadsideCamera
  let attack: CameraAttack?
  /// The reader's number of the sign at the line.
  let signNumber: Int

  /// - Parameters:
  ///   - scenario: what to drive.
  ///   - model: what reads, behind the scenario's defences or those that took their place.
  ///   - faces: the folder of the sign faces, `Assets/Signs`.
  ///   - loop: what renders; results do not depend on its threads.
  /// - Throws: `SignFaceError` when the face cannot be loaded, `ParameterFault` when a setting is out of range,
  ///   `UnknownSign` when the model does not tell the sign or the attack's target apart.
  package init(_ scenario: Scenario, model: Subject, faces: String, loop: ConcurrentLoop) throws {
    camera = try RoadsideCamera(scenario, picture: model.picture, faces: faces, loop: loop)
    drive = try Drive(
      vehicle: scenario.vehicle, perception: scenario.perception.belief,
      jitter: CropJitter(deviation: scenario.perception.cropJitter, seed: scenario.seed),
      startDistance: scenario.sign.distance, sign: scenario.sign.face)
    attack = try scenario.attack.cameraAttack(on: scenario.sign.face, model: model, seed: scenario.seed)
    signNumber = try model.index(of: scenario.sign.face)
    self.scenario = scenario
    subject = model
  }

  /// Drives the clean drive and, where the scenario attacks, its attacked twin and the control, all with the same seed.
  /// - Parameter progress: told at every photograph how far the drives are.
  package func callAsFunction(progress: (DriveProgress) -> Void = { _ in }) throws -> Result {
    try withoutActuallyEscaping(progress) { progress in
      try result(
        camera: WatchedCamera(
          RememberingCamera(camera), drives: attack == nil ? 1 : 3, start: start, tell: progress))
    }
  }

  private func result(camera: WatchedCamera<RememberingCamera<RoadsideCamera>>) throws -> Result {
    var camera = camera
    var logs = Logs(clean: try drive.run(camera: &camera, reader: CleanSignReader(subject: subject)))
    if let attack {
      let attacked = try drive.run(
        camera: &camera, reader: AttackedSignReader(subject: subject, attack: attack, after: logs.clean))
      logs.attacked = attacked
      logs.control = try drive.run(
        camera: &camera,
        reader: ControlSignReader(
          matching: attacked, norm: attack.controlNorm, subject: subject, seed: scenario.seed))
    }
    return Result(
      record: try record(of: logs),
      film: DriveFilm.frames(
        at: filmDistances, of: logs.attacked ?? logs.clean, control: logs.control, names: subject.classNames))
  }

  /// How far before the line the last photograph can be taken that still lets the car stop comfortably, in metres.
  package var brakingPoint: Double { drive.vehicle.brakingPoint }

  /// Where the drive begins, in metres before the line.
  var start: Double { drive.startDistance ?? camera.firstSight }

  /// Shares of the way from first sight, with the braking point among them.
  private var filmDistances: [Double] {
    ([1, 0.75, 0.5, 0.25, 0.12].map { $0 * start } + [brakingPoint]).filter { $0 <= start }.sorted(by: >)
  }
}
