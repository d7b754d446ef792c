import Foundation

/// The step from scores to probabilities, F = softmax(Z).
package enum Softmax {
  /// The probabilities of one image's scores: positive, summing to 1 up to rounding; computed in `Double` and shifted by
  /// the largest score, so that no exponential overflows.
  /// - Precondition: there is at least one score.
  package static func probabilities(of logits: some Collection<Float>) -> [Double] {
    precondition(!logits.isEmpty, "a softmax needs a score")
    let largest = Double(logits.max() ?? 0)
    let powers = logits.map { exp(Double($0) - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// The class of the highest score, the lowest number among equals, and its probability.
  /// - Precondition: there is at least one score.
  package static func reading(of logits: some Collection<Float>) -> (classNumber: Int, confidence: Double) {
    let probabilities = probabilities(of: logits)
    var best = 0
    for candidate in probabilities.indices where probabilities[candidate] > probabilities[best] { best = candidate }
    return (best, probabilities[best])
  }
}
