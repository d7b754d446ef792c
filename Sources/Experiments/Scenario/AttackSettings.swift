import Signs

extension Scenario {
  /// What is done to the pictures that the network gets.
  package struct AttackSettings: Sendable, Equatable {
    /// How the perturbation is made.
    package enum Method: String, Sendable, CaseIterable {
      case none
      case fgsm
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

    /// What the saliency map is made of.
    package enum Scores: String, Sendable, CaseIterable {
      case logits, probabilities
    }

    /// What the saliency map may change at once.
    package enum Feature: String, Sendable, CaseIterable {
      /// One of the three values of a pixel.
      case value
      case pixel
    }

    package var method = Method.none
    package var surface = Surface.camera
    package var aim = Aim.toward(.yield)
    /// The bound on every value's change, in [0, 1]: FGSM's step, the noise's amplitude.
    package var epsilon = 8.0 / 255
    /// The share of all values that may change (Papernot's Upsilon), in [0, 1].
    package var features = 0.145
    /// How much a chosen value changes (Papernot's theta), in [-1, 1]; negative darkens.
    package var theta = 1.0
    package var scores = Scores.probabilities
    package var feature = Feature.value
    /// How often the network may be asked for each frame.
    package var queries = 2000

    package init() {}
  }
}
