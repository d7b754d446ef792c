import Networks

/// The fast gradient sign method (Goodfellow, Shlens and Szegedy, arXiv 1412.6572, section 4):
/// x' = clip(x + eps sign(grad_x J(x, y))), or minus the gradient of J(x, t) towards a target.
///
/// One query and one gradient an image. The gradient is that of the cross-entropy at the scores without its positive
/// factor 1 - F_c (see `Goal.ascent(at:)`), so a reader that is very sure does not hide it; sign(0) is 0. The step is the
/// largest whole number of 8-bit levels within eps, so the rounded picture keeps the bound. It is projected gradient
/// descent of one step from the clean picture.
package struct FastGradientSign: Attack {
  /// How far every value moves, in [0, 1].
  package let epsilon: Double

  /// - Precondition: `epsilon` lies in [0, 1].
  package init(epsilon: Double = 8.0 / 255) {
    precondition((0...1).contains(epsilon), "epsilon is a change of values in [0, 1]")
    self.epsilon = epsilon
  }

  package let name = "fgsm"

  package var budget: Budget {
    Budget(linf: epsilon, steps: 1, queries: 1, gradients: 1)
  }

  package func craft(_ task: AttackTask, asking reader: GradientKnowledge) throws -> Tensor {
    try ProjectedGradientDescent(epsilon: epsilon, .init(stepSize: epsilon, steps: 1, start: .clean))
      .craft(task, asking: reader)
  }
}
