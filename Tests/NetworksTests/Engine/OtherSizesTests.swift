import Groundwork
import TestSupport
import Testing

@testable import Networks

/// Pictures of other sizes than the shipped networks': files, readings, gradients and training.
struct OtherSizesTests {
  /// Ten classes, a convolution with a stride and one with a pool.
  private static func architecture(_ height: Int, _ width: Int) -> Architecture {
    Architecture(
      inputShape: [3, height, width], mean: [0.3, 0.4, 0.5], standardDeviation: [0.2, 0.3, 0.25],
      layers: [
        Layer(
          name: "conv1", kind: .convolution(input: 3, output: 8, kernel: 5, stride: 2, padding: 2, hasBias: false)),
        Layer(name: "bn1", kind: .batchNorm(features: 8, epsilon: 1e-5)), Layer(name: "relu1", kind: .relu),
        Layer(
          name: "conv2", kind: .convolution(input: 8, output: 12, kernel: 3, stride: 1, padding: 1, hasBias: true)),
        Layer(name: "relu2", kind: .relu), Layer(name: "pool2", kind: .maxPool(kernel: 2, stride: 2)),
        Layer(name: "flatten", kind: .flatten),
        Layer(
          name: "dense1", kind: .linear(input: 12 * (height / 4) * (width / 4), output: 10, hasBias: true)),
      ],
      classNames: (0..<10).map { "class \($0)" })
  }

  @Test(arguments: [(48, 48), (64, 64), (40, 72)])
  func aFileOfAnotherSizeIsReadAndDifferentiated(_ height: Int, _ width: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("other.safetensors")
    let written = Network(initializing: Self.architecture(height, width), seed: 4)
    try ModelFile.write(written, card: ModelCard(), to: path)
    let network = try ModelFile.read(path).network
    #expect(network == written)
    #expect(network.inputShape == [3, height, width])
    let reader = NetworkReader(network, loop: ConcurrentLoop(threads: 2))
    let batch = SmallNetworks.images(3, for: network.graph)
    let weighting = SmallNetworks.weighting([3, 10])
    let (scores, products) = try reader.vectorJacobianProducts(on: batch) { _ in [weighting] }
    let naive = NaiveNetwork(network)
    #expect(relativeDifference(scores.elements, naive.logits(batch)) < 1e-5)
    let expected = naive.gradients(batch, weighting: weighting.elements.map(Double.init)).images
    #expect(relativeDifference(products[0].elements, expected) < 2e-5)
  }

  @Test func aNetworkOf48PixelsLearns() throws {
    // The class is which of ten columns is bright.
    var pictures = LabelledPictures(side: 48)
    for index in 0..<120 {
      let levels = (0..<3 * 48 * 48).map { UInt8($0 % 48 / 5 == index % 10 ? 220 : 30 + ($0 * 7 + index) % 20) }
      pictures.append(levels: levels, label: index % 10)
    }
    let trainer = try Trainer(
      Self.architecture(48, 48),
      TrainingConfiguration(epochs: 15, batchSize: 20, averagingDecay: nil, seed: 2),
      training: Photographs(pictures, augmentation: Augmentation()), validation: pictures,
      loop: ConcurrentLoop(threads: 2))
    try trainer.train(clock: { 0 }) { _ in }
    #expect(try trainer.validationAccuracy() ?? 0 > 0.9)
  }

  /// Branching graphs learn too: the loss of one batch falls along its gradient.
  @Test func aResidualGraphLearns() throws {
    let graph = try FiguredGraphs.residual()
    let network = try SmallNetworks.random(graph)
    let engine = TrainingEngine(graph: graph, batchSize: 10, loop: ConcurrentLoop(threads: 2))
    var parameters = engine.layout.parameters(of: network)
    var statistics = engine.layout.statistics(of: network)
    var gradients = parameters
    let images = SmallNetworks.images(10, for: graph).elements
    var losses: [Double] = []
    for step in 0..<30 {
      let result = engine.lossAndGradients(
        parameters: parameters, statistics: &statistics, images: images, count: 10,
        targets: .labels((0..<10).map { $0 % 5 }, smoothing: 0), dropout: (1, step), gradients: &gradients)
      losses.append(result.loss)
      for index in parameters.indices { parameters[index] -= 0.1 * gradients[index] }
    }
    #expect(losses[29] < 0.5 * losses[0])
  }
}
