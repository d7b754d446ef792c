import Networks
import Settings

/// No answer where the reader is not sure: the simplest defence, and what the car has by default.
package struct Rejection: DefenseMethod, Equatable {
  /// The least probability of an answer (tau), in [0, 1].
  package var threshold = 0.5

  package init() {}

  /// - Precondition: `threshold` is in [0, 1].
  package init(threshold: Double) {
    precondition((0...1).contains(threshold), "a rejection threshold is in [0, 1]")
    self.threshold = threshold
  }

  package static let card = DefenseCard(
    "rejection", title: "Rejection", "A reading that is less sure than the threshold counts as none.",
    paper: "Chow 1970, IEEE Transactions on Information Theory 16(1); softmax: Hendrycks and Gimpel, arXiv 1610.02136")

  package static let settings: [Setting<Rejection>] = [
    .number("threshold", \.threshold, 0...1, "the least probability of an answer; 0 rejects nothing")
  ]

  /// Whether a reading is sure enough; one whose confidence is not a number is not.
  package func accepts(_ confidence: Double) -> Bool { confidence >= threshold }

  package func defend(_ base: any DecisionReader) throws(KnowledgeMissing) -> any DecisionReader {
    guard let reader = base as? any ScoreReader else {
      throw KnowledgeMissing(needed: "scores", by: "the defence \(Self.card.name)")
    }
    return defended(reader)
  }

  private func defended(_ base: some ScoreReader) -> any DecisionReader { RejectingReader(base, self) }
}
