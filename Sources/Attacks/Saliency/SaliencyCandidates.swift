/// The moves that are open in one step, in order of their features: what each would do to the map's two sums.
///
/// Reused from step to step and image to image; holds at most two moves a feature.
struct SaliencyCandidates {
  /// A feature and the way it would move, 1 or -1.
  struct Move: Equatable {
    let feature: Int
    let sign: Int
  }

  /// What the move adds to the target's score.
  private(set) var alpha: [Double] = []
  /// What the move adds to the others' scores.
  private(set) var beta: [Double] = []
  private(set) var moves: [Move] = []

  mutating func removeAll() {
    alpha.removeAll(keepingCapacity: true)
    beta.removeAll(keepingCapacity: true)
    moves.removeAll(keepingCapacity: true)
  }

  /// Adds a move, unless its derivatives are not finite.
  mutating func append(_ move: Move, alpha: Double, beta: Double) {
    guard alpha.isFinite, beta.isFinite else { return }
    self.alpha.append(alpha)
    self.beta.append(beta)
    moves.append(move)
  }

  /// The admissible pair p < q with the largest -(alpha beta), the first of equals.
  func bestPair(_ search: inout PairSearch) -> [Move]? {
    search.best(alpha: alpha, beta: beta).map { [moves[$0.p], moves[$0.q]] }
  }

  /// The move with the largest alpha |beta| among those with alpha > 0 and beta < 0 (equation 8), the first of equals.
  func bestSingle() -> [Move]? {
    var best: (index: Int, score: Double)?
    for index in alpha.indices where alpha[index] > 0 && beta[index] < 0 {
      let score = alpha[index] * -beta[index]
      if score > best?.score ?? 0 { best = (index, score) }
    }
    return best.map { [moves[$0.index]] }
  }
}
