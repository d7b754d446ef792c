import Settings

/// The fast gradient sign method (Goodfellow, Shlens and Szegedy, arXiv 1412.6572, section 4):
/// x' = clip(x + eps sign(grad_x J(x, y))), or minus the gradient of J(x, t) towards a target.
///
/// One query and one gradient an image. The gradient is that of the cross-entropy at the scores without its positive
/// factor 1 - F_c (see `Goal.ascent(at:)`), so a reader that is very sure does not hide it; sign(0) is 0. The step is the
/// largest whole number of 8-bit levels within eps. It is projected gradient descent of one step from the clean picture.
package struct FastGradientSign: GradientWalkMethod {
  /// How far every value moves, in [0, 1].
  package var epsilon = 8.0 / 255

  package init() {}

  package static let card = AttackCard(
    "fgsm", title: "FGSM", "One step along the sign of the gradient.",
    paper: "Goodfellow, Shlens and Szegedy, arXiv 1412.6572", norm: .linf)

  package static let settings: [Setting<Self>] = [
    .share(
      "epsilon", \.epsilon, "how far every value moves, of the range from black to white", source: "8/255 is usual")
  ]

  package var limits: Limits {
    Limits(linf: EightBitLevels.wholeLevels(within: epsilon), steps: 1, queries: 1, gradients: 1)
  }

  package func walk(from start: WalkStart) -> SignDescent {
    SignDescent(
      from: start, reach: EightBitLevels.levels(within: epsilon), step: epsilon * 255, steps: 1, isRandom: false)
  }
}
