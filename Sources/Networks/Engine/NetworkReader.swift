import Groundwork
import Synchronization

/// Reads images with a network: scores, decisions, and gradients of scores by the image.
///
/// The network is prepared once: batch normalisation folded, weights packed for the processor. A score has the same bits
/// alone or in a batch, wherever in the batch it stands, with 1 thread or 64. Calls from several threads at once are
/// safe; each has its own buffers, which the reader keeps for later calls, so steady reading takes no memory.
package final class NetworkReader: GradientReader {
  package let inputShape: [Int]
  package let classCount: Int
  let program: InferenceProgram
  private let loop: ConcurrentLoop
  private let idle = Mutex<[InferenceWorkspace]>([])

  /// The most images whose records a backward pass keeps; larger batches are read again part by part.
  let recordedImages: Int

  /// The most images, and the most bytes of records, of any network.
  private static let recordLimits = (images: 4096, bytes: 1 << 30)

  /// - Parameters:
  ///   - network: has the tensors that its architecture names, in their shapes (a model file was checked when it was
  ///     read).
  ///   - loop: the workers that share the arithmetic.
  ///   - arithmetic: how convolutions form their sums, and on which instruction set; one that this processor lacks is a
  ///     caller's mistake.
  package init(_ network: Network, loop: ConcurrentLoop, arithmetic: Arithmetic = Arithmetic()) {
    let kernels = Kernels(required: arithmetic.kernel)
    inputShape = network.inputShape
    program = InferenceProgram(network, kernels: kernels, algorithm: arithmetic.algorithm)
    classCount = program.output.values
    recordedImages = min(
      Self.recordLimits.images, max(1, Self.recordLimits.bytes / max(1, program.recordBytes)))
    self.loop = loop
  }

  /// The scores of `count` images `(count, 3, H, W)`, into `count * classCount` floats.
  package func logits(
    _ images: UnsafePointer<Float>, count: Int, into scores: UnsafeMutablePointer<Float>
  ) {
    withWorkspace { workspace in
      forward(
        InferencePass(program: program, workspace: workspace, images: images, keepsRecords: false), 0..<count,
        into: scores)
    }
  }

  func withWorkspace<Result>(_ body: (InferenceWorkspace) throws -> Result) rethrows -> Result {
    let workspace = idle.withLock { $0.popLast() } ?? InferenceWorkspace(program, workers: loop.threads)
    defer { idle.withLock { $0.append(workspace) } }
    return try body(workspace)
  }

  /// How many images a worker takes at a time: all workers get some, and weights are read for many images at once.
  private func groups(of range: Range<Int>) -> [Range<Int>] {
    let share = (range.count + 2 * loop.threads - 1) / (2 * loop.threads)
    return range.parts(of: max(1, min(program.sections[program.sections.count - 1].together, share)))
  }

  /// The forward pass of `range`; image i's scores go to `scores + i * classCount`.
  func forward(_ pass: InferencePass, _ range: Range<Int>, into scores: UnsafeMutablePointer<Float>) {
    let output = SharedFloats(start: scores)
    let stages = program.steps.count + 1
    if range.count < loop.threads {
      for image in range {
        loop.perform(
          stages: stages, pieces: { pass.forwardPieces($0, limit: loop.threads) },
          { stage, piece, worker in
            pass.forwardBand(
              stage, image: image, piece: piece, of: pass.forwardPieces(stage, limit: loop.threads), worker: worker)
          })
        output.copy(pass.workspace.values(stages - 1, worker: 0), to: image * classCount, count: classCount)
      }
    } else {
      let groups = groups(of: range)
      loop.perform(groups.count) { piece, worker in
        pass.forward(groups[piece], throughSection: program.sections.count - 1, to: 0, worker: worker)
        output.copy(
          pass.workspace.values(stages - 1, worker: worker), to: groups[piece].lowerBound * classCount,
          count: groups[piece].count * classCount)
      }
    }
  }

  /// The backward pass of `range`, whose records the forward pass has kept; weightings and products are indexed by image.
  func backward(
    _ pass: InferencePass, _ range: Range<Int>, weightings: UnsafePointer<Float>,
    into products: UnsafeMutablePointer<Float>
  ) {
    let source = SharedFloats(start: UnsafeMutablePointer(mutating: weightings))
    let target = SharedFloats(start: products)
    let steps = program.steps.count
    if range.count < loop.threads {
      for image in range {
        seed(pass, image..<image + 1, source, worker: 0)
        loop.perform(
          stages: steps,
          pieces: { program.steps[steps - 1 - $0].backwardPieces(limit: loop.threads) },
          { stage, piece, worker in
            let index = steps - 1 - stage
            pass.backwardBand(
              index, image: image, piece: piece, of: program.steps[index].backwardPieces(limit: loop.threads),
              worker: worker, to: target.start)
          })
      }
    } else {
      let groups = groups(of: range)
      loop.perform(groups.count) { piece, worker in
        seed(pass, groups[piece], source, worker: worker)
        pass.backward(
          groups[piece], throughSection: program.sections.count - 1, from: 0, to: target.start, worker: worker)
      }
    }
  }

  /// Copies the weightings of `range` to where the backward pass starts.
  private func seed(_ pass: InferencePass, _ range: Range<Int>, _ weightings: SharedFloats, worker: Int) {
    let step = program.steps[program.steps.count - 1]
    let gradient = pass.workspace.gradient(program.steps.count, worker: worker)
    for (slot, image) in range.enumerated() {
      let values = gradient + slot * step.outputGradient.count
      Layout.channelsLast(
        weightings.start + image * classCount, to: step.outputGradient, values + step.outputGradient.origin)
      step.mask(program.kernels, values, band: Band(all: step.output), record: pass.workspace.record(image))
    }
  }
}

/// A caller's floats.
///
/// Unchecked sendable: each piece of work writes its own part of them.
private struct SharedFloats: @unchecked Sendable {
  let start: UnsafeMutablePointer<Float>

  func copy(_ source: UnsafePointer<Float>, to offset: Int, count: Int) {
    (start + offset).update(from: source, count: count)
  }
}
