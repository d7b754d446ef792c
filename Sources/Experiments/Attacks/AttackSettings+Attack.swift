import Scenarios
import Attacks
import Driving
import Networks
import Signs

extension Scenario.AttackSettings {
  /// The attack that a scenario asks for, on frames of a sign; nil for a clean drive.
  /// - Parameters:
  ///   - sign: what the sign is.
  ///   - reader: what reads it, and so what the attacker knows.
  ///   - seed: the run's seed.
  func cameraAttack(on sign: SignClass, reader: any DecisionReader, seed: UInt64) throws -> CameraAttack? {
    guard let attack else { return nil }
    let goal: Goal =
      switch aim {
      case .away: .away(from: sign.rawValue)
      case .toward(let target): .toward(target.rawValue, from: sign.rawValue)
      }
    return CameraAttack(attack: attack, goal: goal, harness: Harness(reader: reader, seed: seed))
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
