extension SaliencyWalk {
  /// Collects the moves that are open, with what they do to the sums.
  /// - Parameters:
  ///   - target: dF_t by each value.
  ///   - others: the sum of dF_j over the other classes by each value; nil where it is -`target`.
  func collect(
    into candidates: inout SaliencyCandidates, target: ArraySlice<Float>, others: ArraySlice<Float>?
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
  func largestPair(target: ArraySlice<Float>) -> [SaliencyCandidates.Move]? {
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
}
