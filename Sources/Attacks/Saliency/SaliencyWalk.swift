/// One image's way through the attack: its levels, what may still change, and how many choices are left.
struct SaliencyWalk {
  /// The picture as it is now, planar.
  private(set) var levels: [UInt8]
  /// The features chosen so far, each once, oldest first.
  private(set) var changed: [Int] = []
  /// Whether nothing more is to be done.
  var isDone = false

  /// Gamma: whether a feature may still be chosen.
  private var domain: [Bool]
  private var isChanged: [Bool]
  private var choicesLeft: Int

  init(levels: [UInt8], layout: FeatureLayout, featureShare: Double) {
    self.levels = levels
    domain = [Bool](repeating: true, count: layout.count)
    isChanged = [Bool](repeating: false, count: layout.count)
    choicesLeft = 2 * Int(Double(layout.count) * featureShare / 2)
  }

  /// How many features the next step may choose: 2, 1 or none.
  var nextChoices: Int { min(choicesLeft, 2) }

  /// Collects the moves that are open, with what they do to the sums.
  /// - Parameters:
  ///   - target: dF_t by each value.
  ///   - others: the sum of dF_j over the other classes by each value; nil where it is -`target`.
  func collect(
    into candidates: inout SaliencyCandidates, rules: SaliencyRules, target: ArraySlice<Float>,
    others: ArraySlice<Float>?
  ) {
    candidates.removeAll()
    for feature in domain.indices where domain[feature] {
      for sign in rules.signs {
        var (alpha, beta, canMove) = (0.0, 0.0, false)
        for value in rules.layout.values(of: feature) {
          let reach = rules.reach(from: levels[value], sign: sign)
          if reach == 0 { continue }
          canMove = true
          let weight = rules.weight(reach: reach, sign: sign)
          alpha += weight * Double(target[target.startIndex + value])
          if let others { beta += weight * Double(others[others.startIndex + value]) }
        }
        guard canMove else { continue }
        candidates.append(.init(feature: feature, sign: sign), alpha: alpha, beta: others == nil ? -alpha : beta)
      }
    }
  }

  /// Makes the moves; features that cannot go on that way leave the domain.
  mutating func apply(_ moves: [SaliencyCandidates.Move], rules: SaliencyRules) {
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

/// What all images of an attack have in common: how features lie, which ways they move and how far.
struct SaliencyRules: Sendable {
  let layout: FeatureLayout
  let signs: [Int]
  private let weighting: JacobianSaliencyMap.Weighting
  /// By level: how many levels a step up moves, and a step down, which is not above 0.
  private let up: [Int]
  private let down: [Int]

  init(options: JacobianSaliencyMap.Options, valueCount: Int) {
    layout = FeatureLayout(feature: options.feature, valueCount: valueCount)
    signs = options.direction.signs
    weighting = options.weighting
    let step = options.theta * 255
    up = (0...255).map { min(Int((Double($0) + step).rounded()), 255) - $0 }
    down = (0...255).map { max(Int((Double($0) - step).rounded()), 0) - $0 }
  }

  /// By how many levels a step moves a value, 0 when it is at the end of the range.
  func reach(from level: UInt8, sign: Int) -> Int {
    sign > 0 ? up[Int(level)] : down[Int(level)]
  }

  /// What a derivative is multiplied by.
  func weight(reach: Int, sign: Int) -> Double {
    switch weighting {
    case .derivative: Double(sign)
    case .reach: Double(reach) / 255
    }
  }
}
