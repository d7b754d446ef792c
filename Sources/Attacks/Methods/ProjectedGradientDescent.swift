import Settings

/// Projected gradient descent in an L-infinity ball (Madry et al., "Towards deep learning models resistant to adversarial
/// attacks", arXiv 1706.06083, section 2.1): x_0 is drawn from the ball, and
/// x_{k+1} = project(x_k - alpha sign(grad_x J(x_k, t))) onto the ball and the box, or plus the gradient of J(x, y) away
/// from y. From the clean picture it is the basic iterative method (Kurakin et al., arXiv 1607.02533), and with one step
/// of epsilon FGSM.
///
/// An image is done as soon as it is read as wanted. One query and one gradient a step and image, and one query to
/// confirm the decision.
package struct ProjectedGradientDescent: GradientWalkMethod {
  /// x_0.
  package enum Start: String, Sendable, CaseIterable {
    /// Uniform in the ball, in whole levels, from the image's own stream.
    case random
    /// The picture itself.
    case clean
  }

  /// How far every value may move, in [0, 1], rounded down to whole levels.
  package var epsilon = 8.0 / 255
  /// alpha: how far every value moves in a step, in [0, 1].
  package var stepSize = 2.0 / 255
  package var steps = 40
  package var start = Start.random

  package init() {}

  package static let card = AttackCard(
    "pgd", title: "PGD", "Many small steps along the sign of the gradient, inside a bound.",
    paper: "Madry et al., arXiv 1706.06083", norm: .linf)

  package static let settings: [Setting<Self>] = [
    .share(
      "epsilon", \.epsilon, "how far every value may move, of the range from black to white", source: "8/255 is usual"),
    .share("step_size", \.stepSize, "how far every value moves in a step", source: "2/255 is usual with 40 steps"),
    .count("steps", \.steps, 1...100_000, "how many steps at most; a picture that is turned takes no more"),
    .choice(
      "start", \.start, "where it begins, anywhere within epsilon or at the picture itself",
      source: "Madry et al. 2018: random"),
  ]

  package var limits: Limits {
    Limits(
      linf: EightBitLevels.wholeLevels(within: epsilon), steps: steps, queries: 2 * steps, gradients: steps)
  }

  package func walk(from start: WalkStart) -> SignDescent {
    SignDescent(
      from: start, reach: EightBitLevels.levels(within: epsilon), step: stepSize * 255, steps: steps,
      isRandom: self.start == .random)
  }
}
