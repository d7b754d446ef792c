import Attacks
import Scenarios
import Signs

extension Scenario.AttackSettings {
  /// The attack that a scenario asks for, on frames of a sign; nil for a clean drive.
  /// - Parameters:
  ///   - sign: what the sign is.
  ///   - model: what reads it, and so what the attacker knows.
  ///   - seed: the run's seed.
  /// - Throws: `UnknownSign` when the model does not tell a sign of the goal apart.
  func cameraAttack(on sign: SignClass, model: Subject, seed: UInt64) throws -> CameraAttack? {
    guard let method else { return nil }
    let target: SignClass? =
      switch aim {
      case .away: nil
      case .toward(let target): target
      }
    return CameraAttack(
      attack: method, goal: try model.goal(from: sign, toward: target),
      harness: Harness(reader: model.reader, seed: seed, loop: model.loop))
  }
}
