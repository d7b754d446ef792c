/// Finds the pair p < q with the largest -(alpha_p + alpha_q)(beta_p + beta_q) among those whose first sum is positive
/// and whose second is negative, the first of equals, exactly and in O(n) memory.
///
/// With u = alpha and v = -beta a pair's score (u_p + u_q)(v_p + v_q) is at most (u_p + u_max)(v_p + v_max), and the same
/// holds with q for p. So once some pair scores s, every index whose bound is below s is out, on either side of a pair.
/// A good s comes from hopping from an index to its best partner; the indices that are left are few, and only they are
/// searched pair by pair. Rounding is monotone, so bounds hold for the computed scores, not only for the exact ones.
///
/// - Complexity: O(n) and a pair search among the survivors; O(n^2) when nothing can be ruled out.
struct PairSearch {
  /// How many pairs were scored by the last search.
  private(set) var scored = 0

  private var u: [Double] = []
  private var v: [Double] = []
  private var survivors: [Int] = []

  private static let width = 8
  private typealias Lanes = SIMD8<Double>

  /// - Parameters:
  ///   - alpha: finite numbers.
  ///   - beta: as many finite numbers.
  mutating func best(alpha: [Double], beta: [Double]) -> (p: Int, q: Int)? {
    precondition(alpha.count == beta.count, "every feature has both sums")
    scored = 0
    survivors.removeAll(keepingCapacity: true)
    survivors.append(contentsOf: alpha.indices)
    gather(alpha, beta)
    let attained = climb()
    prune(below: attained)
    return firstBest(from: attained)
  }

  /// Copies the survivors' values side by side, with lanes at the end that no pair admits.
  private mutating func gather(_ alpha: [Double], _ beta: [Double]) {
    u.removeAll(keepingCapacity: true)
    v.removeAll(keepingCapacity: true)
    for index in survivors {
      u.append(alpha[index])
      v.append(-beta[index])
    }
    pad()
  }

  private mutating func pad() {
    for _ in 0..<PairSearch.width {
      u.append(-.infinity)
      v.append(-.infinity)
    }
  }

  /// The largest u and v of the survivors.
  private var corner: (u: Double, v: Double) {
    (u.max() ?? 0, v.max() ?? 0)
  }

  /// What no pair with `index` can exceed; 0 when none is admissible.
  private func bound(_ index: Int, _ corner: (u: Double, v: Double)) -> Double {
    let (a, b) = (u[index] + corner.u, v[index] + corner.v)
    return a > 0 && b > 0 ? a * b : 0
  }

  /// The score of a good pair, 0 when none was met: from the index with the largest bound to its best partner, from
  /// there to its own, until that gains nothing.
  private mutating func climb() -> Double {
    let corner = corner
    guard var index = survivors.indices.max(by: { bound($0, corner) < bound($1, corner) }) else { return 0 }
    var best = 0.0
    while true {
      let lower = row(index, partners: 0..<index)
      let upper = row(index, partners: index + 1..<survivors.count)
      let found = upper.score > lower.score ? upper : lower
      guard found.score > best else { return best }
      (best, index) = (found.score, found.partner)
    }
  }

  /// Takes out every index whose bound is below `score`, and again with the corner of those that are left.
  private mutating func prune(below score: Double) {
    var before = Int.max
    while survivors.count < before {
      before = survivors.count
      let corner = corner
      var kept = 0
      for index in 0..<before {
        let bound = bound(index, corner)
        guard bound > 0, bound >= score else { continue }
        (survivors[kept], u[kept], v[kept]) = (survivors[index], u[index], v[index])
        kept += 1
      }
      survivors.removeLast(before - kept)
      u.removeLast(u.count - kept)
      v.removeLast(v.count - kept)
      pad()
    }
  }

  /// The first pair of the survivors that scores most; `attained` is a score that some pair has.
  private mutating func firstBest(from attained: Double) -> (p: Int, q: Int)? {
    let corner = corner
    var best = attained
    var pair: (p: Int, q: Int)?
    for p in survivors.indices where bound(p, corner) >= best {
      let found = row(p, partners: p + 1..<survivors.count)
      if found.score > best || (pair == nil && found.score == best && best > 0) {
        (best, pair) = (found.score, (survivors[p], survivors[found.partner]))
      }
    }
    return pair
  }

  /// The best partner of `index` among `partners`, the first of equals, and the pair's score, 0 when none is admissible.
  private mutating func row(_ index: Int, partners: Range<Int>) -> (score: Double, partner: Int) {
    guard !partners.isEmpty else { return (0, index) }
    scored += partners.count
    let (ownU, ownV) = (Lanes(repeating: u[index]), Lanes(repeating: v[index]))
    var largest = Lanes.zero
    u.withUnsafeBytes { u in
      v.withUnsafeBytes { v in
        for start in stride(from: partners.lowerBound, to: partners.upperBound, by: PairSearch.width) {
          let a = ownU + u.loadUnaligned(fromByteOffset: start * 8, as: Lanes.self)
          let b = ownV + v.loadUnaligned(fromByteOffset: start * 8, as: Lanes.self)
          var score = (a * b).replacing(with: 0, where: (a .<= 0) .| (b .<= 0))
          if start + PairSearch.width > partners.upperBound {
            for lane in partners.upperBound - start..<PairSearch.width { score[lane] = 0 }
          }
          largest.replace(with: score, where: score .> largest)
        }
      }
    }
    let score = largest.max()
    guard score > 0 else { return (0, index) }
    let partner = partners.first { (u[index] + u[$0]) * (v[index] + v[$0]) == score && u[index] + u[$0] > 0 }
    return (score, partner ?? index)
  }
}
