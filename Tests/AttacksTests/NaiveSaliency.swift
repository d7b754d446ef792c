import Networks
import TestSupport

@testable import Attacks

/// The saliency map attack written down from its definition, with every pair tried: what the walk is compared with.
struct NaiveSaliency {
  let attack: JacobianSaliencyMap
  let reader: LinearReader
  let goal: Goal

  private struct Move {
    let feature: Int
    let sign: Int
    let alpha: Double
    let beta: Double
  }

  /// - Returns: the levels of the crafted picture, not pruned, and the features that changed, oldest first.
  func crafted(from clean: [UInt8]) -> (levels: [UInt8], changed: [Int]) {
    let count = attack.feature == .value ? clean.count : clean.count / 3
    var levels = clean
    var domain = Set(0..<count)
    var changed: [Int] = []
    var left = 2 * Int(Double(count) * attack.features / 2)
    while !isMet(by: levels) {
      guard let moves = choice(levels, domain, left) else { break }
      for move in moves {
        for value in values(of: move.feature, count, clean.count) {
          levels[value] = moved(levels[value], move.sign)
        }
        if values(of: move.feature, count, clean.count).allSatisfy({ moved(levels[$0], move.sign) == levels[$0] }) {
          domain.remove(move.feature)
        }
        if !changed.contains(move.feature) { changed.append(move.feature) }
      }
      left -= moves.count
    }
    return (levels, changed)
  }

  func isMet(by levels: [UInt8]) -> Bool { goal.isMet(by: reader.decisions(on: batch(levels))[0]) }

  private func choice(_ levels: [UInt8], _ domain: Set<Int>, _ left: Int) -> [Move]? {
    let moves = moves(levels, domain)
    let admissible = { (alpha: Double, beta: Double) in alpha > 0 && beta < 0 }
    if attack.selection != .singles, left > 1 {
      var best: (moves: [Move], score: Double)?
      for (index, p) in moves.enumerated() {
        for q in moves[(index + 1)...] where q.feature != p.feature {
          let (alpha, beta) = (p.alpha + q.alpha, p.beta + q.beta)
          if admissible(alpha, beta), -alpha * beta > best?.score ?? 0 { best = ([p, q], -alpha * beta) }
        }
      }
      if let best { return best.moves }
    }
    guard attack.selection != .pairs, left > 0 else { return nil }
    var best: Move?
    for move in moves where admissible(move.alpha, move.beta) {
      if -move.alpha * move.beta > best.map({ -$0.alpha * $0.beta }) ?? 0 { best = move }
    }
    return best.map { [$0] }
  }

  private func moves(_ levels: [UInt8], _ domain: Set<Int>) -> [Move] {
    let (target, others) = derivatives(levels)
    let count = attack.feature == .value ? levels.count : levels.count / 3
    return domain.sorted().flatMap { feature in
      attack.direction.signs.compactMap { sign in
        let movable = values(of: feature, count, levels.count).filter { moved(levels[$0], sign) != levels[$0] }
        guard !movable.isEmpty else { return nil }
        func sum(_ slopes: [Float]) -> Double {
          movable.reduce(0) { sum, value in
            let reach = Double(Int(moved(levels[value], sign)) - Int(levels[value])) / 255
            return sum + (attack.weighting == .reach ? reach : Double(sign)) * Double(slopes[value])
          }
        }
        return Move(feature: feature, sign: sign, alpha: sum(target), beta: others.map(sum) ?? -sum(target))
      }
    }
  }

  /// dF_t by each value, and the sum of dF_j over the other classes; for probabilities that is -dF_t.
  private func derivatives(_ levels: [UInt8]) -> (target: [Float], others: [Float]?) {
    let logits = reader.logits(on: batch(levels)).elements
    func gradient(_ weights: [Float]) -> [Float] {
      levels.indices.map { value in zip(weights, reader.weights).reduce(Float(0)) { $0 + $1.0 * $1.1[value] } }
    }
    if attack.scores == .probabilities { return (gradient(goal.ascent(at: logits)), nil) }
    let (objective, sign) = goal.objective
    return (
      gradient(logits.indices.map { $0 == objective ? sign : 0 }),
      gradient(logits.indices.map { $0 == objective ? 0 : sign })
    )
  }

  private func values(of feature: Int, _ features: Int, _ values: Int) -> [Int] {
    Array(stride(from: feature, to: values, by: features))
  }

  private func moved(_ level: UInt8, _ sign: Int) -> UInt8 {
    UInt8(min(max((Double(level) + Double(sign) * attack.theta * 255).rounded(), 0), 255))
  }

  private func batch(_ levels: [UInt8]) -> Tensor {
    Tensor(shape: [1, 3, 4, 4], elements: levels.map { Float($0) / 255 })
  }
}
