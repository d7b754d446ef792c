/// The Jacobian-based saliency map attack (Papernot et al., "The limitations of deep learning in adversarial settings",
/// arXiv 1511.07528, algorithms 2 and 3).
///
/// In each step two features p < q of the domain Gamma are chosen that maximise -(alpha beta), where
/// alpha = dF_t/dx_p + dF_t/dx_q must be positive and beta, the same sum over the classes other than t, must be negative;
/// both move by theta, and a feature that cannot move further leaves the domain. It stops when the image is read as t,
/// when the domain is empty, when no pair is admissible, or after floor(n Upsilon / 2) steps.
///
/// `Options.published` is the attack as published. Away from a class, where the paper is silent, the source class y takes
/// the part of t with both signs turned: alpha is the fall of F_y and beta minus the rise of the others (Wiyatno and Xu,
/// arXiv 1808.07945, section 3).
///
/// One query and one gradient (probabilities) or two (logits) a step for each image, and one query to confirm the
/// decision. Memory is O(n) an image: pairs are searched, never stored.
package struct JacobianSaliencyMap: Attack {
  /// What F is.
  package enum Scores: String, Sendable, CaseIterable {
    /// The scores before softmax, as in the paper.
    case logits
    /// The softmax. Then the others' sum is -dF_t, so the map is alpha squared and the best pair are the two largest
    /// dF_t: one gradient a step. The positive factor F_t (1 - F_t), which orders nothing, is left out.
    case probabilities
  }

  /// Which way features move: the sign of theta.
  package enum Direction: String, Sendable, CaseIterable {
    /// Towards 1 (theta > 0).
    case increasing
    /// Towards 0 (theta < 0).
    case decreasing
    /// Each feature whichever way its derivative says; not in the paper, which fixes one sign for all.
    case either

    var signs: [Int] {
      switch self {
      case .increasing: [1]
      case .decreasing: [-1]
      case .either: [1, -1]
      }
    }
  }

  /// What is counted and moved as one.
  package enum Feature: String, Sendable, CaseIterable {
    /// One channel's value: n = 3 H W.
    case value
    /// A pixel's three values together, their derivatives summed over those that can still move: n = H W.
    case pixel
  }

  /// How many features are chosen in a step.
  package enum Selection: String, Sendable, CaseIterable {
    /// Two, by the pair map (algorithm 3).
    case pairs
    /// Two, and one by the single-feature map (equation 8) where no pair is admissible.
    case pairsThenSingles = "pairs-then-singles"
    /// One, by the single-feature map.
    case singles
  }

  /// What a derivative counts for in the map.
  package enum Weighting: String, Sendable, CaseIterable {
    /// Itself, as published: a feature that has hardly room to move counts like any other.
    case derivative
    /// The first-order change of the score: the derivative times how far the feature can move.
    case reach
  }

  /// What is done with a picture that meets the goal.
  package enum Finish: String, Sendable, CaseIterable {
    /// Nothing, as published.
    case asFound = "as-found"
    /// Changes that are not needed are undone, oldest first, one query each.
    case pruned
  }

  package let options: Options

  package init(_ options: Options = .published) {
    self.options = options
  }

  package let name = "jsma"

  package var budget: Budget {
    let share = options.featureShare
    return Budget(
      featureShare: options.feature == .value ? share : nil, pixelShare: options.feature == .pixel ? share : nil,
      settings: [
        .init("theta", .number(options.theta)),
        .init("scores", .word(options.scores.rawValue)),
        .init("direction", .word(options.direction.rawValue)),
        .init("feature", .word(options.feature.rawValue)),
        .init("selection", .word(options.selection.rawValue)),
        .init("weighting", .word(options.weighting.rawValue)),
        .init("finish", .word(options.finish.rawValue)),
      ])
  }
}
