/// One image's way through the saliency map attack: its levels, what may still change, and how many choices are left.
package struct SaliencyWalk: GradientWalk {
  /// The picture as it is now, planar.
  private(set) var levels: [UInt8]
  /// The features chosen so far, each once, oldest first.
  private(set) var changed: [Int] = []
  private(set) var hasMetGoal = false

  let goal: Goal
  let scores: JacobianSaliencyMap.Scores
  let selection: JacobianSaliencyMap.Selection
  let rules: SaliencyRules
  /// Gamma: whether a feature may still be chosen.
  private(set) var domain: [Bool]
  private var isChanged: [Bool]
  private var choicesLeft: Int
  /// Whether nothing can be chosen.
  private var isStuck = false
  /// Room that every step uses anew.
  private var candidates = SaliencyCandidates()
  private var search = PairSearch()

  init(
    levels: [UInt8], goal: Goal, scores: JacobianSaliencyMap.Scores, selection: JacobianSaliencyMap.Selection,
    featureShare: Double, rules: SaliencyRules
  ) {
    self.levels = levels
    self.goal = goal
    self.scores = scores
    self.selection = selection
    self.rules = rules
    domain = [Bool](repeating: true, count: rules.layout.count)
    isChanged = [Bool](repeating: false, count: rules.layout.count)
    choicesLeft = 2 * Int(Double(rules.layout.count) * featureShare / 2)
  }

  package var isDone: Bool { hasMetGoal || isStuck }

  package func write(_ picture: Int, to values: UnsafeMutableBufferPointer<Float>) {
    EightBitLevels.write(levels, to: values)
  }

  /// e_t and 1 - e_t for the logits, the direction of F_t alone for probabilities.
  package func weightings(of scores: ArraySlice<Float>, picture: Int) -> [[Float]] {
    switch self.scores {
    case .probabilities:
      return [goal.ascent(at: scores)]
    case .logits:
      let (objective, sign) = goal.objective
      let target = scores.indices.map { $0 - scores.startIndex == objective ? sign : 0 }
      return [target, target.map { $0 == 0 ? sign : 0 }]
    }
  }

  package mutating func step(_ answer: GradientAnswer) {
    if answer.meetsGoal {
      hasMetGoal = true
    } else if let moves = choice(by: answer.gradients[0]) {
      apply(moves)
    } else {
      isStuck = true
    }
  }

  /// The features that the map chooses.
  /// - Parameter sums: dF_t by each value, and for logits the sum of dF_j over the other classes by each value.
  private mutating func choice(by sums: [ArraySlice<Float>]) -> [SaliencyCandidates.Move]? {
    let (target, others) = (sums[0], sums.count > 1 ? sums[1] : nil)
    if choicesLeft == 0 { return nil }
    let takesPairs = selection != .singles && choicesLeft > 1
    if takesPairs, others == nil {
      if let pair = largestPair(target: target) { return pair }
      // Where not even two sum to more than 0, one may still.
      if selection == .pairs { return nil }
    }
    collect(into: &candidates, target: target, others: others)
    if takesPairs, others != nil, let pair = candidates.bestPair(&search) { return pair }
    return selection == .pairs ? nil : candidates.bestSingle()
  }

  /// Makes the moves; features that cannot go on that way leave the domain.
  private mutating func apply(_ moves: [SaliencyCandidates.Move]) {
    for move in moves {
      var canGoOn = false
      for value in rules.layout.values(of: move.feature) {
        let level = Int(levels[value]) + rules.reach(from: levels[value], sign: move.sign)
        levels[value] = UInt8(level)
        canGoOn = canGoOn || rules.reach(from: levels[value], sign: move.sign) != 0
      }
      domain[move.feature] = canGoOn
      if !isChanged[move.feature] { changed.append(move.feature) }
      isChanged[move.feature] = true
    }
    choicesLeft -= moves.count
  }
}
