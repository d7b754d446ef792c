import Foundation

/// What a reader made of one image.
package struct Reading: Sendable, Hashable {
  /// The class read, nil when the image was rejected.
  package let decision: Int?
  /// The softmax of the class read, or the largest where none was; nil when the reader gives no scores.
  package let confidence: Double?

  package init(decision: Int?, confidence: Double?) {
    self.decision = decision
    self.confidence = confidence
  }

  /// A decision with the confidence that its scores give it.
  init(decision: Int?, logits: some Collection<Float>) {
    self.decision = decision
    guard let chosen = decision ?? logits.largestIndex(), let largest = logits.max() else {
      confidence = nil
      return
    }
    let score = Double(logits[logits.index(logits.startIndex, offsetBy: chosen)])
    let total = logits.reduce(0) { $0 + exp(Double($1) - Double(largest)) }
    let share = exp(score - Double(largest)) / total
    confidence = share.isFinite ? share : nil
  }
}
