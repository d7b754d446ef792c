import Settings

/// The Jacobian-based saliency map attack (Papernot et al., "The limitations of deep learning in adversarial settings",
/// arXiv 1511.07528, algorithms 2 and 3).
///
/// In each step two features p < q of the domain Gamma are chosen that maximise -(alpha beta), where
/// alpha = dF_t/dx_p + dF_t/dx_q must be positive and beta, the same sum over the classes other than t, must be negative;
/// both move by theta, and a feature that cannot move further leaves the domain. It stops when the image is read as t,
/// when the domain is empty, when no pair is admissible, or after floor(n Upsilon / 2) steps.
///
/// As published it is `jsma(scores=logits)`; the fewest changes are found by
/// `jsma(direction=either, selection=singles, weighting=reach, finish=pruned)`. Away from a class, where the paper is
/// silent, the source class y takes the part of t with both signs turned: alpha is the fall of F_y and beta minus the rise
/// of the others (Wiyatno and Xu, arXiv 1808.07945, section 3).
///
/// One query and one gradient (probabilities) or two (logits) a step for each image, and one query to confirm the
/// decision. Memory is O(n) an image: pairs are searched, never stored.
package struct JacobianSaliencyMap: GradientWalkMethod {
  /// The share of the features that may change, in [0, 1] (Upsilon).
  package var features = 0.145
  /// How far a chosen feature moves in a step, in (0, 1], rounded to 8-bit levels (theta without its sign).
  package var theta = 1.0
  package var direction = Direction.increasing
  package var scores = Scores.probabilities
  package var feature = Feature.value
  package var selection = Selection.pairs
  package var weighting = Weighting.derivative
  package var finish = Finish.asFound

  package init() {}

  package static let card = AttackCard(
    "jsma", title: "JSMA", "A few values, each by much, chosen by a saliency map of the gradients.",
    paper: "Papernot et al., arXiv 1511.07528", norm: .l0Features)

  package var norm: PerturbationNorm { feature == .pixel ? .l0Pixels : .l0Features }

  package var limits: Limits {
    switch feature {
    case .value: Limits(l0Features: .share(features))
    case .pixel: Limits(l0Pixels: .share(features))
    }
  }
}
