import Foundation

extension Goal {
  /// The class whose score the attacker moves, and whether up (1) or down (-1).
  var objective: (index: Int, sign: Float) {
    switch self {
    case .away(let source): (source, -1)
    case .toward(let target, _): (target, 1)
    }
  }

  /// The direction in which the scores should move to lower the cross-entropy to the target, or to raise the
  /// cross-entropy to the source (J of arXiv 1412.6572).
  ///
  /// The gradient of -J(Z, c) by the scores is e_c - F with F the softmax, which is (1 - F_c)(e_c - q): q is the softmax
  /// over the classes other than c. The positive factor 1 - F_c changes no sign and no order, and it is what underflows
  /// to zero when the reader is sure, so it is left out; q is computed in double precision from the largest other
  /// score. The result therefore never vanishes: its entry at c is 1 or -1.
  ///
  /// - Parameter logits: Z, one image's scores.
  /// - Returns: (e_c - q), or its negative for `away`; one entry a class.
  package func ascent(at logits: some Collection<Float>) -> [Float] {
    let (index, sign) = objective
    let others = logits.enumerated().lazy.filter { $0.offset != index }.map { Double($0.element) }
    let largest = others.max() ?? 0
    let total = others.reduce(0) { $0 + exp($1 - largest) }
    return logits.enumerated().map { offset, score in
      offset == index ? sign : -sign * Float(exp(Double(score) - largest) / total)
    }
  }
}

extension Collection<Float> {
  /// The place of the largest score, the first of equals; nil when one is not a number.
  func largestIndex() -> Int? {
    var best: (index: Int, score: Float)?
    for (index, score) in enumerated() {
      if score.isNaN { return nil }
      if best.map({ score > $0.score }) ?? true { best = (index, score) }
    }
    return best?.index
  }
}
