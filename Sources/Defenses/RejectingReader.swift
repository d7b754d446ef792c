import Networks

/// A reader that gives no answer when it is not sure: where its highest softmax probability is below the threshold tau,
/// the decision is none.
///
/// Scores and gradients are those of the reader behind it, so an attack that knows them runs unchanged; one that wants a
/// decision must also get past the threshold.
package struct RejectingReader<Base: GradientReader>: GradientReader {
  /// What reads.
  package let base: Base
  /// The least probability of an answer (tau), in [0, 1]; 0 rejects nothing.
  package let threshold: Double

  /// - Precondition: `threshold` is in [0, 1].
  package init(_ base: Base, threshold: Double) {
    precondition((0...1).contains(threshold), "a rejection threshold is in [0, 1]")
    self.base = base
    self.threshold = threshold
  }

  package var inputShape: [Int] { base.inputShape }
  package var classCount: Int { base.classCount }

  package func decisions(on batch: Tensor) throws -> [Int?] {
    let logits = try base.logits(on: batch)
    return (0..<batch.count).map { image in
      let (classNumber, confidence) = Softmax.reading(of: logits[item: image])
      return confidence < threshold ? nil : classNumber
    }
  }

  package func logits(on batch: Tensor) throws -> Tensor {
    try base.logits(on: batch)
  }

  package func vectorJacobianProducts(
    on batch: Tensor, cotangents: (_ logits: Tensor) throws -> [Tensor]
  ) throws -> (logits: Tensor, products: [Tensor]) {
    try base.vectorJacobianProducts(on: batch, cotangents: cotangents)
  }
}
