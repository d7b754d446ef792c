import Groundwork
import Testing

@testable import Networks

struct WeightAverageTests {
  private let pictures = Stripes.pictures(80)

  @Test func theAverageFollowsTheWeights() {
    var average = WeightAverage(decay: 0.5, parameters: [0])
    // Early on the decay is (1 + step) / (10 + step): 2/11 at step 1.
    average.follow([11], step: 1)
    #expect(abs(average.parameters[0] - 9) < 1e-5)
    average.follow([11], step: 1_000)
    #expect(abs(average.parameters[0] - 10) < 1e-5)
  }

  @Test func theNetworkHasTheAveragedWeights() throws {
    var configuration = Stripes.configuration(epochs: 1)
    configuration.averagingDecay = 0.9
    let trainer = try Stripes.trainer(configuration)
    try trainer.train(clock: { 0 }) { _ in }
    let layout = ParameterLayout(Stripes.architecture)
    #expect(layout.parameters(of: trainer.network) == trainer.state.average?.parameters)
    #expect(trainer.state.average?.parameters != trainer.state.parameters)
  }

  /// The first batch norm's statistics are those of the first convolution's output under the averaged weights, which a
  /// network of that convolution alone can tell; those of the last step's weights are far off.
  @Test func batchNormFitsTheAveragedWeights() throws {
    var configuration = Stripes.configuration(epochs: 1)
    configuration.averagingDecay = 0.9
    configuration.schedule = .constant(rate: 0.2)
    // Twenty batches of 16 are four times these 80.
    let unvaried = Photographs(pictures, augmentation: Augmentation())
    let trainer = try Stripes.trainer(configuration, on: unvaried)
    try trainer.train(clock: { 0 }) { _ in }
    let network = trainer.network

    let expected = try channelMeans(of: network)
    let measured = try #require(network.tensors["bn1.running_mean"]).elements
    let last = try #require(
      ParameterLayout.network(
        Stripes.architecture, parameters: trainer.state.parameters, statistics: trainer.state.statistics
      ).tensors["bn1.running_mean"]
    ).elements
    func distance(_ means: [Float]) -> Float { zip(means, expected).map { abs($0 - $1) }.max() ?? 0 }
    #expect(distance(measured) < 0.001)
    #expect(distance(last) > 30 * distance(measured))
  }

  /// The mean of each channel of the first convolution's output over the training pictures.
  private func channelMeans(of network: Network) throws -> [Float] {
    let channels = 16
    var architecture = Stripes.architecture
    architecture.layers = [architecture.layers[0], Layer(name: "flatten", kind: .flatten)]
    architecture.classNames = (0..<channels * 32 * 32).map(String.init)
    let convolution = Network(
      architecture: architecture, tensors: network.tensors.filter { $0.key.hasPrefix("conv1.") })
    let outputs = try NetworkReader(convolution, loop: ConcurrentLoop(threads: 1)).logits(on: pictures.batch(0..<80))
    return (0..<channels).map { channel in
      let sum = (0..<80).reduce(0.0) { sum, image in
        let plane = outputs[item: image].dropFirst(channel * 1_024).prefix(1_024)
        return sum + plane.reduce(0.0) { $0 + Double($1) }
      }
      return Float(sum / Double(80 * 1_024))
    }
  }
}
