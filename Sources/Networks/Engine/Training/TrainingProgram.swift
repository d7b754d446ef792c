import Groundwork

/// The operations of a training step in order, and the stages that workers run them in.
///
/// Unchecked sendable: it is shared by the workers of one step, and each writes only what belongs to its piece, its chunk
/// of images or its scratch.
final class TrainingProgram: @unchecked Sendable {
  /// One stage: all its pieces may run at the same time.
  struct Stage {
    let pieces: () -> Int
    let run: (_ piece: Int, _ worker: Int) -> Void
  }

  enum Operation {
    case image(any ImageOperation)
    case batch(any BatchOperation)
  }

  let batch: TrainingBatch
  let loss: CrossEntropyTraining
  let stages: [Stage]

  init(_ builder: TrainingProgramBuilder) {
    batch = builder.batch
    loss = builder.loss
    let groups = TrainingProgram.grouped(builder.operations)
    let (cut, batch) = (builder.cut, builder.batch)
    var stages = [Stage(pieces: { builder.preparations.count }, run: { piece, _ in builder.preparations[piece]() })]
    stages += groups.map { group in
      switch group {
      case .images(let operations):
        Self.stage(cut, batch, operations) { operation, step, chunk, worker in
          switch step {
          case .begin: operation.beginForward(chunk: chunk, worker: worker)
          case .images(let images): operation.forward(images, chunk: chunk, worker: worker)
          case .end: break
          }
        }
      case .batch(let operation):
        Stage(pieces: { operation.forwardPieces }, run: { operation.forward(piece: $0, worker: $1) })
      }
    }
    stages += groups.reversed().map { group in
      switch group {
      case .images(let operations):
        Self.stage(cut, batch, operations.reversed()) { operation, step, chunk, worker in
          switch step {
          case .begin: operation.beginBackward(chunk: chunk, worker: worker)
          case .images(let images): operation.backward(images, chunk: chunk, worker: worker)
          case .end: operation.endBackward(chunk: chunk, worker: worker)
          }
        }
      case .batch(let operation):
        Stage(pieces: { operation.backwardPieces }, run: { operation.backward(piece: $0, worker: $1) })
      }
    }
    stages.append(
      Stage(pieces: { builder.collections.count }, run: { piece, _ in builder.collections[piece]() }))
    self.stages = stages
  }

  private enum Group {
    case images([any ImageOperation])
    case batch(any BatchOperation)
  }

  private static func grouped(_ operations: [Operation]) -> [Group] {
    operations.reduce(into: []) { groups, operation in
      switch operation {
      case .batch(let operation): groups.append(.batch(operation))
      case .image(let operation):
        if case .images(let others)? = groups.last {
          groups[groups.count - 1] = .images(others + [operation])
        } else {
          groups.append(.images([operation]))
        }
      }
    }
  }

  /// What an operation is asked to do for a chunk.
  private enum ChunkStep {
    case begin
    case images(Range<Int>)
    case end
  }

  private static func stage(
    _ cut: TrainingCut, _ batch: TrainingBatch, _ operations: [any ImageOperation],
    _ run: @escaping (any ImageOperation, ChunkStep, _ chunk: Int, _ worker: Int) -> Void
  ) -> Stage {
    let together = min(TrainingCut.together, operations.map(\.imagesTogether).max() ?? 1)
    return Stage(
      pieces: { cut.count(of: batch.count) },
      run: { chunk, worker in
        for operation in operations { run(operation, .begin, chunk, worker) }
        for images in cut.images(chunk, of: batch.count).parts(of: together) {
          for operation in operations { run(operation, .images(images), chunk, worker) }
        }
        for operation in operations { run(operation, .end, chunk, worker) }
      })
  }
}
