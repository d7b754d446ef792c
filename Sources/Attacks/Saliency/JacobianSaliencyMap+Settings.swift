import Settings

extension JacobianSaliencyMap {
  package static let settings: [Setting<Self>] = [
    .share(
      "features", \.features, "how many of the values (or pixels) may change (Upsilon)",
      source: "Papernot et al. 2016: 14.5 %"),
    .number(
      "theta", \.theta, above: 0, upTo: 1, "how far a chosen value moves in a step, of the range from black to white",
      source: "Papernot et al. 2016: 1"),
    .choice("direction", \.direction, "which way values move", source: "Papernot et al. 2016: increasing"),
    .choice(
      "scores", \.scores,
      "what the saliency map is made of; logits, as published, take two gradients a step, probabilities one"),
    .choice("feature", \.feature, "what moves as one, a channel's value or a whole pixel"),
    .choice("selection", \.selection, "how many features a step chooses", source: "Papernot et al. 2016: pairs"),
    .choice(
      "weighting", \.weighting, "what a derivative counts for: itself, or times how far the feature can move"),
    .choice("finish", \.finish, "whether changes that turn out not to be needed are undone, for one query each"),
  ]

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
}
