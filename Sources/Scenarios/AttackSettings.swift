import Attacks
import Signs

extension Scenario {
  /// What is done to the pictures that the network gets.
  package struct AttackSettings: Sendable, Equatable {
    /// How the perturbation is made.
    package enum Method: String, Sendable, CaseIterable {
      case none
      case fgsm
      case pgd
      case jsma
      case trialAndError = "trial-and-error"
      case noise
    }

    /// Where the perturbation is put.
    package enum Surface: String, Sendable, CaseIterable {
      /// Added to what the network gets, crafted anew for each frame.
      case camera
    }

    /// What the attack wants read.
    package enum Aim: Sendable, Equatable {
      /// Any class but the sign's.
      case away
      case toward(SignClass)
    }

    /// In which norm noise is measured out.
    package enum NoiseNorm: String, Sendable, CaseIterable {
      /// How many values change: `features`.
      case l0
      case l2
      /// How far every value moves: `epsilon`.
      case linf
    }

    package var method = Method.none
    package var surface = Surface.camera
    package var aim = Aim.toward(.yield)
    /// How far every value may move, in [0, 1]: FGSM's step, the ball of projected gradient descent, the noise's amplitude.
    package var epsilon = 8.0 / 255
    /// How projected gradient descent steps.
    package var descent = ProjectedGradientDescent.Options()
    /// The saliency map's settings: as published, but from probabilities, which take one gradient a step where logits
    /// take two. Its `featureShare` is the noise's, too.
    package var saliency = JacobianSaliencyMap.Options(scores: .probabilities)
    package var noiseNorm = NoiseNorm.linf
    /// The noise's L2 norm over RGB values in [0, 1].
    package var l2 = 1.0
    /// How often the network may be asked for each frame.
    package var queries = 2000

    package init() {}

    /// Whether a key of the section does something with these settings; `surface` and `goal` always do.
    func uses(key: String) -> Bool {
      switch key {
      case "epsilon": method == .fgsm || method == .pgd || method == .noise && noiseNorm == .linf
      case "step", "steps", "start": method == .pgd
      case "features": method == .jsma || method == .noise && noiseNorm == .l0
      case "l2": method == .noise && noiseNorm == .l2
      case "norm": method == .noise
      case "queries": method == .trialAndError
      case "theta", "direction", "scores", "feature", "selection", "weighting", "finish": method == .jsma
      default: true
      }
    }
  }
}
