import Groundwork
import TestSupport
import Testing

@testable import Networks

/// Winograd's tiles at every edge, and which algorithm is chosen.
@Suite struct ConvolutionAlgorithmTests {
  /// Sizes that leave whole and partial tiles of two and of four pixels, and channels around a panel and a vector.
  @Test(arguments: [(4, 4), (5, 7), (6, 9), (8, 8), (11, 3)], [(3, 20), (16, 32), (33, 5), (20, 37)])
  func tilesOfEverySizeAreThoseOfTheNaiveLoops(_ size: (Int, Int), _ channels: (Int, Int)) throws {
    for padding in [0, 1, 2] {
      let architecture = SmallNetworks.convolutionOnly(
        input: channels.0, output: channels.1, kernel: 3, stride: 1, padding: padding, height: size.0, width: size.1)
      let network = SmallNetworks.random(architecture)
      let batch = SmallNetworks.images(2, for: architecture)
      let naive = NaiveNetwork(network)
      let expected = naive.logits(batch)
      let weighting = SmallNetworks.weighting([2, expected.count / 2])
      let gradient = naive.gradients(batch, weighting: weighting.elements.map(Double.init)).images
      for arithmetic in Arithmetic.available {
        let reader = NetworkReader(network, loop: ConcurrentLoop(threads: 1), arithmetic: arithmetic)
        let (scores, products) = try reader.vectorJacobianProducts(on: batch) { _ in [weighting] }
        #expect(relativeDifference(scores.elements, expected) < 1e-5, "padding \(padding), \(arithmetic)")
        #expect(relativeDifference(products[0].elements, gradient) < 1e-5, "padding \(padding), \(arithmetic)")
      }
    }
  }

  /// Pooling as the tiles are written, for panels that are whole and that are not; more images than one block has tiles.
  @Test(arguments: [32, 37], [ConvolutionAlgorithm.winograd2, .winograd4])
  func poolingOnTheWayOutIsThatOfTheNaiveLoops(_ channels: Int, _ algorithm: ConvolutionAlgorithm) throws {
    let architecture = SmallNetworks.pooledConvolution(input: 5, output: channels, height: 8, width: 12)
    let network = SmallNetworks.random(architecture)
    let batch = SmallNetworks.images(9, for: architecture)
    let naive = NaiveNetwork(network)
    let weighting = SmallNetworks.weighting([9, architecture.classNames.count])
    let expected = naive.gradients(batch, weighting: weighting.elements.map(Double.init)).images
    for kernel in KernelChoice.available {
      for threads in [1, 2] {
        let reader = NetworkReader(
          network, loop: ConcurrentLoop(threads: threads),
          arithmetic: Arithmetic(kernel: kernel, algorithm: algorithm))
        let (scores, products) = try reader.vectorJacobianProducts(on: batch) { _ in [weighting] }
        #expect(relativeDifference(scores.elements, naive.logits(batch)) < 1e-5)
        #expect(relativeDifference(products[0].elements, expected) < 1e-5)
      }
    }
  }

  @Test func theShippedArchitectureUsesTheLargeTilesWhereTheyPay() {
    let network = SmallNetworks.random(.standard(classNames: (0..<43).map { "class \($0)" }))
    for kernel in KernelChoice.available {
      let program = InferenceProgram(network, kernels: Kernels(required: kernel), algorithm: .automatic)
      let algorithms = program.steps.compactMap { step -> ConvolutionAlgorithm? in
        if case .convolution(let convolution, _) = step.operation { convolution.algorithm } else { nil }
      }
      #expect(algorithms.dropFirst().allSatisfy { $0 == .winograd4 }, "\(kernel)")
    }
  }

  @Test func windowsAndStridesThatTilesDoNotFitAreDirect() {
    let plane = Plane(height: 16, width: 16, channels: 32)
    for (kernel, stride, padding) in [(5, 1, 2), (3, 2, 1), (1, 1, 0), (3, 1, 3)] {
      let shape = ConvolutionShape(input: 32, output: 32, kernel: kernel, stride: stride, padding: padding)
      for algorithm in ConvolutionAlgorithm.allCases {
        #expect(algorithm.tileSize(for: shape, output: plane, kernels: Kernels(required: .portable)) == nil)
      }
    }
  }

  @Test func aTimingNamesEveryLayerThatMultiplies() {
    let network = SmallNetworks.random(SmallNetworks.cases[0].architecture)
    var time = 0.0
    let timings = LayerTiming.measure(network, arithmetic: Arithmetic(), images: 4, secondsEach: 3) {
      time += 1
      return time
    }
    #expect(timings.map(\.layer) == ["conv1", "conv2", "dense1", "dense2"])
    #expect(timings.allSatisfy { $0.seconds > 0 && $0.multiplyAdds > 0 })
  }
}
