import Networks

/// What a reader made of one image.
package struct Reading: Sendable, Hashable {
  /// The class read, nil when the image was rejected.
  package let decision: Int?
  /// The softmax of the class read, or the largest where none was; nil when the reader gives no scores, or none that
  /// are numbers.
  package let confidence: Double?

  package init(decision: Int?, confidence: Double?) {
    self.decision = decision
    self.confidence = confidence
  }

  /// A decision with the confidence that its scores give it.
  package init(decision: Int?, logits: some Collection<Float>) {
    let probabilities = Softmax.probabilities(of: logits)
    let share = decision.map { probabilities[$0] } ?? probabilities.max() ?? .nan
    self.init(decision: decision, confidence: share.isFinite ? share : nil)
  }
}
