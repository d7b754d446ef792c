import Networks

/// A reader that gives no answer when it is not sure: where its highest softmax probability is below the threshold tau,
/// or is not a number, the decision is none.
///
/// Scores and gradients are those of the reader behind it, so an attack that knows them runs unchanged; one that wants a
/// decision must also get past the threshold.
package struct RejectingReader<Base: ScoreReader>: ScoreReader {
  /// What reads.
  package let base: Base
  /// When a reading counts.
  package let rejection: Rejection

  package init(_ base: Base, _ rejection: Rejection) {
    self.base = base
    self.rejection = rejection
  }

  package var inputShape: [Int] { base.inputShape }
  package var classCount: Int { base.classCount }

  package func decisions(on batch: Tensor) throws -> [Int?] {
    try scoredDecisions(on: batch).decisions
  }

  package func logits(on batch: Tensor) throws -> Tensor {
    try base.logits(on: batch)
  }

  package func scoredDecisions(on batch: Tensor) throws -> (decisions: [Int?], logits: Tensor) {
    let (decisions, logits) = try base.scoredDecisions(on: batch)
    let accepted = decisions.enumerated().map { image, decision in
      decision.flatMap { rejection.accepts(Softmax.probabilities(of: logits[item: image])[$0]) ? $0 : nil }
    }
    return (accepted, logits)
  }
}

extension RejectingReader: GradientReader where Base: GradientReader {
  package func vectorJacobianProducts(
    on batch: Tensor, cotangents: (_ logits: Tensor) throws -> [Tensor]
  ) throws -> (logits: Tensor, products: [Tensor]) {
    try base.vectorJacobianProducts(on: batch, cotangents: cotangents)
  }
}
