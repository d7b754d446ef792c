import Scenarios
import Attacks
import Driving
import Signs

extension Scenario.AttackSettings {
  /// The attack that a scenario asks for, on frames of a sign; nil for a clean drive.
  /// - Parameters:
  ///   - sign: what the sign is.
  ///   - model: what reads it, and so what the attacker knows.
  ///   - seed: the run's seed.
  /// - Throws: `UnknownSign` when the model does not tell a sign of the goal apart.
  func cameraAttack(on sign: SignClass, model: Subject, seed: UInt64) throws -> CameraAttack? {
    guard let attack else { return nil }
    let target: SignClass? =
      switch aim {
      case .away: nil
      case .toward(let target): target
      }
    return CameraAttack(
      attack: attack, goal: try model.goal(from: sign, toward: target),
      harness: Harness(reader: model.reader, seed: seed))
  }

  private var attack: (any Attack)? {
    switch method {
    case .none: nil
    case .fgsm: FastGradientSign(epsilon: epsilon)
    case .pgd: ProjectedGradientDescent(epsilon: epsilon, descent)
    case .jsma: JacobianSaliencyMap(saliency)
    case .trialAndError: TrialAndError(queries: queries)
    case .noise:
      switch noiseNorm {
      case .l0: UniformNoise(.featureShare(saliency.featureShare))
      case .l2: UniformNoise(.l2(l2))
      case .linf: UniformNoise(.linf(epsilon))
      }
    }
  }
}
