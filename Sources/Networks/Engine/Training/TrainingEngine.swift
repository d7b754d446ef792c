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
  private let program: TrainingProgram
  private let loop: ConcurrentLoop
  private let classCount: Int

  /// - Parameters:
  ///   - batchSize: the most images a batch may have, at least 1.
  ///   - arithmetic: how convolutions form their sums, and on which instruction set; one that this processor lacks is a
  ///     caller's mistake.
  package init(graph: Graph, batchSize: Int, loop: ConcurrentLoop, arithmetic: Arithmetic = Arithmetic()) {
    precondition(batchSize >= 1, "a batch has at least one image")
    let kernels = Kernels(required: arithmetic.kernel)
    layout = ParameterLayout(graph)
    self.batchSize = batchSize
    self.loop = loop
    classCount = graph.plane(of: graph.output).values
    program = TrainingProgram(
      TrainingProgramBuilder(
        graph, layout: layout, batchSize: batchSize, workers: loop.threads, kernels: kernels,
        algorithm: arithmetic.algorithm))
  }

  /// An engine for layers in a chain.
  /// - Precondition: the layers fit each other.
  package convenience init(
    architecture: Architecture, batchSize: Int, loop: ConcurrentLoop, arithmetic: Arithmetic = Arithmetic()
  ) {
    self.init(graph: architecture.fittingGraph, batchSize: batchSize, loop: loop, arithmetic: arithmetic)
  }

  /// The loss of a batch, and its gradient.
  ///
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
    precondition((1...batchSize).contains(count), "a batch has 1 to \(batchSize) images")
    precondition(
      parameters.count == layout.parameterCount && gradients.count == layout.parameterCount
        && statistics.count == layout.statisticCount, "parameters, gradients and statistics are in the layout")
    switch targets {
    case .labels(let labels, _):
      precondition(
        labels.count >= count && labels.prefix(count).allSatisfy { (0..<classCount).contains(Int($0)) },
        "each image has a label below \(classCount)")
    case .distributions(let values):
      precondition(values.count >= count * classCount, "each image has a distribution over \(classCount) classes")
    }
    let batch = program.batch
    batch.count = count
    batch.targets = targets
    batch.dropout = dropout
    batch.images = images
    parameters.withUnsafeBufferPointer { parameters in
      statistics.withUnsafeMutableBufferPointer { statistics in
        gradients.withUnsafeMutableBufferPointer { gradients in
          batch.parameters = parameters.baseAddress
          batch.statistics = statistics.baseAddress
          batch.gradients = gradients.baseAddress
          program.run(on: loop, alongside: alongside)
        }
      }
    }
    return program.loss.result()
  }
}

extension TrainingProgram {
  /// Runs all stages; the pieces of `alongside` join the first stage that computes.
  fileprivate func run(
    on loop: ConcurrentLoop, alongside: (pieces: Int, body: @Sendable (_ piece: Int) -> Void)?
  ) {
    loop.perform(
      stages: stages.count,
      pieces: { stage in self.stages[stage].pieces() + (stage == 1 ? alongside?.pieces ?? 0 : 0) },
      { stage, piece, worker in
        let own = self.stages[stage].pieces()
        if piece < own {
          // Every other stage goes backwards through the batch: it begins with what is still in the cache.
          self.stages[stage].run(stage % 2 == 0 ? piece : own - 1 - piece, worker)
        } else {
          alongside?.body(piece - own)
        }
      })
  }
}
