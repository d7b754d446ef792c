import Groundwork
import Networks
import TestSupport
import Testing

@Suite struct DropoutTests {
  /// 600 inputs, dropout, one linear layer: its gradient shows which inputs were kept.
  private let architecture = Architecture(
    inputShape: [3, 20, 10], mean: [-1, -1, -1], standardDeviation: [1, 1, 1],
    layers: [
      Layer(name: "flatten", kind: .flatten), Layer(name: "dropout1", kind: .dropout(probability: 0.3)),
      Layer(name: "dense1", kind: .linear(input: 600, output: 2, hasBias: false)),
    ], classNames: ["a", "b"])

  private func kept(step: Int, count: Int = 1) -> [Bool] {
    TrainingEngineTests.Step(architecture, count: count, batchSize: 4, dropoutStep: step).gradients.prefix(600)
      .map { $0 != 0 }
  }

  @Test func sevenTenthsAreKeptAndStepsDiffer() {
    let first = kept(step: 0)
    let share = Double(first.count { $0 }) / 600
    #expect(abs(share - 0.7) < 0.06)
    #expect(kept(step: 0) == first)
    #expect(kept(step: 1) != first)
  }

  @Test func whatIsKeptIsScaledUp() {
    // With all weights zero the scores' gradient is known: softmax minus target, 1/2 - target with smoothing 0.05.
    var network = SmallNetworks.random(architecture)
    network.tensors["dense1.weight"] = Tensor(shape: [2, 600])
    let step = TrainingEngineTests.Step(architecture, count: 1, batchSize: 1, network: network)
    let images = SmallNetworks.images(1, for: architecture).elements
    for index in 0..<600 where step.gradients[index] != 0 {
      let expected = (0.5 - 0.025) * (images[index] + 1) / 0.7
      #expect(abs(step.gradients[index] - expected) < 1e-5)
    }
  }

  @Test func theGradientBeforeDropoutUsesTheSameMask() {
    // Two linear layers with dropout between: a unit that was dropped teaches its weights nothing.
    var deeper = architecture
    deeper.layers = [
      Layer(name: "flatten", kind: .flatten),
      Layer(name: "dense1", kind: .linear(input: 600, output: 50, hasBias: true)),
      Layer(name: "dropout1", kind: .dropout(probability: 0.5)),
      Layer(name: "dense2", kind: .linear(input: 50, output: 2, hasBias: false)),
    ]
    let layout = ParameterLayout(deeper)
    let gradients = TrainingEngineTests.Step(deeper, count: 1, batchSize: 1).gradients
    let before = gradients[layout.parameter("dense1.bias")!.range]
    let after = gradients[layout.parameter("dense2.weight")!.range].prefix(50)
    #expect(before.map { $0 != 0 } == after.map { $0 != 0 })
    #expect(before.contains { $0 != 0 } && before.contains(0))
  }
}
