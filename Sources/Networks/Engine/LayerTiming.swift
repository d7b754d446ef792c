import Groundwork

/// How fast one layer of a network is computed.
package struct LayerTiming: Sendable, Equatable {
  /// The layer's name in the model file.
  package let layer: String
  /// What it maps: `32 x 32 x 32 to 64, 3 x 3`.
  package let shape: String
  /// The algorithm that ran.
  package let algorithm: ConvolutionAlgorithm
  /// Multiply-adds that the direct algorithm needs for an image.
  package let multiplyAdds: Int
  /// Multiply-adds that the algorithm's products do for an image; Winograd's are fewer.
  package let executedMultiplyAdds: Int
  /// Bytes that an image moves at least: values read and written, and its share of the weights.
  package let bytes: Int
  /// Seconds for an image on one core, the best of the rounds.
  package let seconds: Double

  /// Operations a second as the direct algorithm would count them, two a multiply-add, in GFLOP/s.
  package var gigaflops: Double { 2e-9 * Double(multiplyAdds) / seconds }

  /// Operations a second that were done, two a multiply-add, in GFLOP/s.
  package var executedGigaflops: Double { 2e-9 * Double(executedMultiplyAdds) / seconds }

  /// Operations done for each byte moved.
  package var intensity: Double { 2 * Double(executedMultiplyAdds) / Double(bytes) }
}

extension LayerTiming {
  /// Times every convolution and linear layer of a network on one core, forward.
  /// - Parameters:
  ///   - images: how many images a call has at least.
  ///   - secondsEach: how long each layer is measured.
  ///   - clock: seconds since any moment.
  package static func measure(
    _ network: Network, arithmetic: Arithmetic, images: Int, secondsEach: Double, clock: () -> Double
  ) -> [LayerTiming] {
    let kernels = Kernels(required: arithmetic.kernel)
    let program = InferenceProgram(network, kernels: kernels, algorithm: arithmetic.algorithm)
    let workspace = InferenceWorkspace(program, workers: 1)
    return program.steps.indices.compactMap { index in
      let step = program.steps[index]
      guard let work = step.work else { return nil }
      let count = min(max(images, 1), step.together)
      let seconds = rate(secondsEach, clock) {
        step.forward(
          kernels, from: { UnsafePointer(workspace.values(step.operands[$0].value, worker: 0)) },
          to: workspace.values(index + 1, worker: 0), count: count, band: Band(all: step.output), records: nil,
          scratch: workspace.scratch(worker: 0))
      }
      let input = step.input
      let values = input.values + step.output.values + work.weights / count
      return LayerTiming(
        layer: step.name,
        shape: "\(input.height) x \(input.width) x \(input.channels) to \(step.output.channels), "
          + "\(work.window.height) x \(work.window.width)",
        algorithm: work.algorithm, multiplyAdds: work.multiplyAdds, executedMultiplyAdds: work.executed,
        bytes: 4 * values, seconds: seconds / Double(count))
    }
  }

  /// The multiply-adds a second that one core reaches when nothing has to be fetched.
  package static func peakMultiplyAdds(_ kernel: KernelChoice, seconds: Double, clock: () -> Double) -> Double {
    let table = Kernels(required: kernel).table.pointee
    let rounds = 100_000
    let best = rate(seconds, clock) { _ = table.peak(rounds) }
    return Double(rounds * table.peak_multiply_adds) / best
  }

  /// How fast one core reads memory again and again, in bytes a second: a few kilobytes measure the first-level cache,
  /// hundreds of megabytes the memory itself.
  package static func bandwidth(bytes: Int, _ kernel: KernelChoice, seconds: Double, clock: () -> Double) -> Double {
    let table = Kernels(required: kernel).table.pointee
    let values = FloatBuffer(count: max(1, bytes / 1024) * 256)
    // Short reads are repeated, so that the clock's own time does not count.
    let repeats = max(1, 1_000_000 / values.count)
    let best = rate(seconds, clock) {
      for _ in 0..<repeats { _ = table.read(values.start, values.count) }
    }
    return Double(4 * values.count * repeats) / best
  }

  /// The shortest time of the rounds that fit into `seconds`.
  private static func rate(_ seconds: Double, _ clock: () -> Double, _ work: () -> Void) -> Double {
    work()
    var best = Double.infinity
    let end = clock() + seconds
    repeat {
      let start = clock()
      work()
      best = min(best, max(clock() - start, 1e-9))
    } while clock() < end
    return best
  }
}

extension InferenceStep {
  /// What a step multiplies for an image.
  fileprivate struct Work {
    var algorithm: ConvolutionAlgorithm
    var window: Window
    var multiplyAdds: Int
    var executed: Int
    /// Values of the weights as they are packed.
    var weights: Int
  }

  /// Nil where nothing is multiplied.
  fileprivate var work: Work? {
    switch operation {
    case .convolution(let convolution, let pools):
      let shape = convolution.shape
      let side = pools ? 2 : 1
      let (height, width) = (output.height * side, output.width * side)
      let channels = shape.input * shape.output
      let direct = height * width * shape.depth * shape.output
      guard let size = convolution.tileSize else {
        return Work(
          algorithm: .direct, window: shape.window, multiplyAdds: direct, executed: direct,
          weights: shape.depth * shape.output)
      }
      let tiles = ((height + size - 1) / size) * ((width + size - 1) / size)
      let positions = (size + 2) * (size + 2)
      return Work(
        algorithm: convolution.algorithm, window: shape.window, multiplyAdds: direct,
        executed: tiles * positions * channels, weights: positions * channels)
    case .linear(let product):
      let weights = product.shape.input * product.shape.output
      return Work(
        algorithm: .direct, window: product.shape.window, multiplyAdds: weights, executed: weights, weights: weights)
    case .affine, .activation, .maxPool, .averagePool, .add, .join, .scale, .flatten: return nil
    }
  }
}
