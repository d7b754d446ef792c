extension JacobianSaliencyMap {
  /// What can be chosen; the plain initialiser gives the attack as published.
  package struct Options: Sendable, Hashable {
    /// How far a chosen feature moves in a step, in (0, 1], rounded to 8-bit levels (theta without its sign).
    package var theta: Double
    /// The share of the features that may change, in [0, 1] (Upsilon).
    package var featureShare: Double
    package var scores: Scores
    package var direction: Direction
    package var feature: Feature
    package var selection: Selection
    package var weighting: Weighting
    package var finish: Finish

    package init(
      theta: Double = 1, featureShare: Double = 0.145, scores: Scores = .logits, direction: Direction = .increasing,
      feature: Feature = .value, selection: Selection = .pairs, weighting: Weighting = .derivative,
      finish: Finish = .asFound
    ) {
      precondition(theta > 0 && theta <= 1, "theta is a step in (0, 1]; its sign is the direction")
      precondition((0...1).contains(featureShare), "the share of features lies in [0, 1]")
      self.theta = theta
      self.featureShare = featureShare
      self.scores = scores
      self.direction = direction
      self.feature = feature
      self.selection = selection
      self.weighting = weighting
      self.finish = finish
    }

    /// As in arXiv 1511.07528: theta 1, Upsilon 14.5 %, pairs, derivatives of the logits, features only increased.
    package static let published = Options()

    /// Fewest changes: either direction, derivatives of the softmax weighed by reach, one feature a step, and changes
    /// that turn out not to be needed undone.
    package static let sparse = Options(
      scores: .probabilities, direction: .either, selection: .singles, weighting: .reach, finish: .pruned)
  }
}
