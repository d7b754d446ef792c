/// The attacks that can be asked for by name.
package enum AttackMethod: String, Sendable, CaseIterable {
  case fgsm
  case pgd
  case jsma
  case trialAndError = "trial-and-error"
  /// Not an attack but its control.
  case noise

  /// The attack with its settings; each method takes those that are its own.
  /// - Parameters:
  ///   - epsilon: how far each value may change, in [0, 1].
  ///   - descent: how projected gradient descent steps.
  ///   - saliency: the Jacobian saliency map's settings.
  ///   - queries: how often the reader may be asked for each image, at least 1.
  package func attack(
    epsilon: Double = 8.0 / 255, descent: ProjectedGradientDescent.Options = .init(),
    saliency: JacobianSaliencyMap.Options = .published, queries: Int = 2000
  ) -> any Attack {
    switch self {
    case .fgsm: FastGradientSign(epsilon: epsilon)
    case .pgd: ProjectedGradientDescent(epsilon: epsilon, descent)
    case .jsma: JacobianSaliencyMap(saliency)
    case .trialAndError: TrialAndError(queries: queries)
    case .noise: UniformNoise(.linf(epsilon))
    }
  }
}
