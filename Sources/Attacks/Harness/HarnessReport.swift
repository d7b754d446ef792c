import Groundwork

/// What an attack came to on a set of images.
package struct HarnessReport: Sendable {
  /// The attack's name.
  package let method: String
  /// In which norm its perturbations are small.
  package let norm: PerturbationNorm
  package let limits: Limits
  /// One an image, in the order given.
  package let images: [CraftedImage]

  /// Images that were read as what they show before the attack: those a success rate speaks of.
  package var attempted: Int { images.count { $0.verdict != .misreadBefore } }

  /// Images that the attack turned.
  package var successes: Int { images.count(where: \.isSuccess) }

  /// How many of the attempted images were turned.
  package var turned: Proportion { Proportion(successes, of: attempted) }
}
