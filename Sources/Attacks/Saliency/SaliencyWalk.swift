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
          let weight = rules.weight(from: levels[value], sign: sign)
          if weight == 0 { continue }
          canMove = true
          alpha += weight * Double(target[target.startIndex + value])
          if let others { beta += weight * Double(others[others.startIndex + value]) }
        }
        guard canMove else { continue }
        candidates.append(.init(feature: feature, sign: sign), alpha: alpha, beta: others == nil ? -alpha : beta)
      }
    }
  }

  /// The best pair where the others' sums are the target's with the other sign: the two moves that add most to the
  /// target, the first of equals, if together they add anything.
  func largestPair(rules: SaliencyRules, target: ArraySlice<Float>) -> [SaliencyCandidates.Move]? {
    var best = (first: -Double.infinity, second: -Double.infinity)
    var moves = (
      first: SaliencyCandidates.Move(feature: 0, sign: 1), second: SaliencyCandidates.Move(feature: 0, sign: 1)
    )
    let (features, width) = (domain.count, rules.layout.valuesPerFeature)
    levels.withUnsafeBufferPointer { levels in
      domain.withUnsafeBufferPointer { domain in
        target.withUnsafeBufferPointer { target in
          for feature in 0..<features where domain[feature] {
            for sign in rules.signs {
              var (alpha, canMove) = (0.0, false)
              for value in 0..<width {
                let place = feature + value * features
                let weight = rules.weight(from: levels[place], sign: sign)
                canMove = canMove || weight != 0
                alpha += weight * Double(target[place])
              }
              guard canMove, alpha > best.second, alpha < .infinity else { continue }
              let move = SaliencyCandidates.Move(feature: feature, sign: sign)
              if alpha > best.first {
                (best, moves) = ((alpha, best.first), (move, moves.first))
              } else {
                (best.second, moves.second) = (alpha, move)
              }
            }
          }
        }
      }
    }
    guard best.first + best.second > 0 else { return nil }
    let inOrder = (moves.first.feature, -moves.first.sign) < (moves.second.feature, -moves.second.sign)
    return inOrder ? [moves.first, moves.second] : [moves.second, moves.first]
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
  /// By level: how many levels a step up moves, and a step down, which is not above 0.
  private let up: [Int]
  private let down: [Int]
  /// By level: what a derivative is multiplied by, up and down; 0 where there is no way to move.
  private let upWeights: [Double]
  private let downWeights: [Double]

  init(options: JacobianSaliencyMap.Options, valueCount: Int) {
    layout = FeatureLayout(feature: options.feature, valueCount: valueCount)
    signs = options.direction.signs
    let step = options.theta * 255
    let up = (0...255).map { min(Int((Double($0) + step).rounded()), 255) - $0 }
    let down = (0...255).map { max(Int((Double($0) - step).rounded()), 0) - $0 }
    func weights(_ reaches: [Int], sign: Double) -> [Double] {
      reaches.map { reach in
        if reach == 0 { return 0 }
        switch options.weighting {
        case .derivative: return sign
        case .reach: return Double(reach) / 255
        }
      }
    }
    (self.up, self.down) = (up, down)
    (upWeights, downWeights) = (weights(up, sign: 1), weights(down, sign: -1))
  }

  /// By how many levels a step moves a value, 0 when it is at the end of the range.
  func reach(from level: UInt8, sign: Int) -> Int {
    sign > 0 ? up[Int(level)] : down[Int(level)]
  }

  /// What a derivative is multiplied by, 0 when a value is at the end of the range.
  func weight(from level: UInt8, sign: Int) -> Double {
    sign > 0 ? upWeights[Int(level)] : downWeights[Int(level)]
  }
}
