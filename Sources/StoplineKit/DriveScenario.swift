internal import Experiments
internal import Records
internal import Scenarios

/// A drive towards a sign, with or without an attack on what the camera sees.
public struct DriveScenario: Sendable {
  private var scenario: Scenario

  /// Reads a scenario file; `Scenarios/README.md` lists its keys.
  /// - Throws: `StoplineError` when the file is missing or a line of it cannot be used.
  public init(contentsOf path: String) throws(StoplineError) {
    scenario = try StoplineError.explaining { try Scenario.read(path) }
  }

  /// What every random draw comes from: the same seed gives the same record.
  public var seed: UInt64 {
    get { scenario.seed }
    set { scenario.seed = newValue }
  }

  /// Drives it.
  /// - Parameters:
  ///   - model: what reads the signs, in place of the one that the scenario names.
  ///   - signFaces: the folder of the sign faces, `Assets/Signs` of Stopline's repository.
  /// - Throws: `StoplineError` when a face cannot be read or the model does not know the scenario's signs.
  public func drive(with model: SignModel, signFaces: String) throws(StoplineError) -> DriveReport {
    try StoplineError.explaining {
      let experiment = try DriveExperiment(
        scenario, model: model.subject, faces: signFaces, loop: model.subject.loop)
      return try DriveReport(try experiment().record)
    }
  }
}
