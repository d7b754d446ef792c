import Groundwork

/// What the loss of a batch is measured against.
package enum TrainingTargets: Sendable {
  /// One class number an image; label smoothing spreads `smoothing` evenly over all classes, as PyTorch does.
  case labels([Int32], smoothing: Float)
  /// One distribution over the classes an image, `(N, classCount)`, as defensive distillation uses.
  case distributions([Float])
}

/// What one batch gave.
package struct TrainingResult: Sendable, Equatable {
  /// Cross-entropy, mean over the batch.
  package var loss: Double
  /// Images whose highest score is the label's (of the distribution's highest class).
  package var correct: Int
}

/// Computes the loss and its gradient by every parameter for a batch, in training mode: batch normalisation by the
/// batch's own statistics, dropout active.
///
/// Sums are formed in an order that depends on the batch only: same bits with 1 thread or 64.
package final class TrainingEngine {
  package let layout: ParameterLayout
  package let batchSize: Int

  /// - Parameter batchSize: the most images a batch may have.
  package init(architecture: Architecture, batchSize: Int, loop: ConcurrentLoop) {
    layout = ParameterLayout(architecture)
    self.batchSize = batchSize
  }

  /// - Parameters:
  ///   - parameters: in `layout`.
  ///   - statistics: running mean and variance in `layout`, moved towards the batch's by momentum 0.1 (variance
  ///     unbiased), as PyTorch does.
  ///   - images: `(count, 3, H, W)`, RGB in [0, 1].
  ///   - count: images in this batch, 1 to `batchSize`.
  ///   - targets: what the loss is measured against.
  ///   - dropout: the seed and step that name the dropout masks.
  ///   - gradients: overwritten with the gradient of the mean loss, in `layout`.
  ///   - alongside: pieces of independent work (assembling the next batch, say) that share the workers with the step;
  ///     all have ended when the call returns.
  package func lossAndGradients(
    parameters: [Float], statistics: inout [Float],
    images: UnsafePointer<Float>, count: Int, targets: TrainingTargets,
    dropout: (seed: UInt64, step: Int), gradients: inout [Float],
    alongside: (pieces: Int, body: @Sendable (_ piece: Int) -> Void)? = nil
  ) -> TrainingResult {
    preconditionFailure("being written")
  }
}
