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
  /// Seconds for an image on one core, the best of the rounds.
  package let seconds: Double

  /// Operations a second as the direct algorithm would count them, two a multiply-add, in GFLOP/s.
  package var gigaflops: Double { 2e-9 * Double(multiplyAdds) / seconds }
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
      guard let (multiplyAdds, algorithm, window) = step.product else { return nil }
      let count = min(max(images, 1), step.together)
      let seconds = rate(secondsEach, clock) {
        step.forward(
          kernels, from: workspace.values(index, worker: 0), to: workspace.values(index + 1, worker: 0), count: count,
          band: Band(all: step.output), records: nil, recordBytes: 0, scratch: workspace.scratch(worker: 0))
      }
      let input = step.input
      return LayerTiming(
        layer: step.name,
        shape: "\(input.height) x \(input.width) x \(input.channels) to \(step.output.channels), \(window) x \(window)",
        algorithm: algorithm, multiplyAdds: multiplyAdds, seconds: seconds / Double(count))
    }
  }

  /// The multiply-adds a second that one core reaches when nothing has to be fetched.
  package static func peakMultiplyAdds(_ kernel: KernelChoice, seconds: Double, clock: () -> Double) -> Double {
    let table = Kernels(required: kernel).table.pointee
    let rounds = 100_000
    let best = rate(seconds, clock) { _ = table.peak(rounds) }
    return Double(rounds * table.peak_multiply_adds) / best
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
  /// What the direct algorithm multiplies for an image, which algorithm runs, and the window's side; nil where nothing is
  /// multiplied.
  fileprivate var product: (multiplyAdds: Int, algorithm: ConvolutionAlgorithm, window: Int)? {
    switch operation {
    case .convolution(let convolution, let pools):
      let shape = convolution.shape
      let pixels = output.height * output.width * (pools ? 4 : 1)
      return (
        pixels * shape.kernel * shape.kernel * shape.input * shape.output, convolution.algorithm, shape.kernel
      )
    case .linear(let product): return (product.shape.input * product.shape.output, .direct, 1)
    case .affine, .maxPool, .averagePool, .flatten: return nil
    }
  }
}
