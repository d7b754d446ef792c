import Testing

@testable import Networks

struct ArchitectureCheckTests {
  /// A change that makes `ModelForge.architecture` unsound, and words of the sentence that says so.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let words: String
    let make: @Sendable (inout Architecture) -> Void
    var testDescription: String { words }

    init(_ words: String, _ make: @escaping @Sendable (inout Architecture) -> Void) {
      self.words = words
      self.make = make
    }
  }

  private static func convolution(
    input: Int = 3, output: Int = 4, kernel: Int = 3, stride: Int = 2, padding: Int = 1
  ) -> LayerKind {
    .convolution(input: input, output: output, kernel: kernel, stride: stride, padding: padding, hasBias: true)
  }

  static let mistakes = [
    Mistake("the input is 1 x 8 x 8") { $0.inputShape = [1, 8, 8] },
    Mistake("the input is 3 x 0 x 8") { $0.inputShape = [3, 0, 8] },
    Mistake("the input is 3 x 8 x 9000000") { $0.inputShape = [3, 8, 9_000_000] },
    Mistake("mean and std need one number") { $0.mean = [0] },
    Mistake("std positive") { $0.standardDeviation[1] = 0 },
    Mistake("mean must be finite") { $0.mean[0] = .nan },
    Mistake("there are 0 layers") { $0.layers = [] },
    Mistake("there are no class names") { $0.classNames = [] },
    Mistake("3 where 2 class names need 2 scores") { $0.classNames.removeLast() },
    Mistake("named \"a.b\"") { $0.layers[2].name = "a.b" },
    Mistake("named \"input\"") { $0.layers[2].name = "input" },
    Mistake("two layers are named conv1") { $0.layers[2].name = "conv1" },
    Mistake("conv1 takes 5 channels and is given 3 x 8 x 8") { $0.layers[0].kind = convolution(input: 5) },
    Mistake("conv1 has 3 input and 0 output channels") { $0.layers[0].kind = convolution(output: 0) },
    Mistake("conv1 has 3 input and -4 output channels") { $0.layers[0].kind = convolution(output: -4) },
    Mistake("conv1 has a kernel of 0") { $0.layers[0].kind = convolution(kernel: 0) },
    Mistake("a stride of 0") { $0.layers[0].kind = convolution(stride: 0) },
    Mistake("a padding of -1") { $0.layers[0].kind = convolution(padding: -1) },
    Mistake("larger than its input") { $0.layers[0].kind = convolution(kernel: 11) },
    Mistake("a kernel of \(Int.max)") { $0.layers[0].kind = convolution(kernel: .max) },
    Mistake("bn1 takes 3 channels") { $0.layers[1].kind = .batchNorm(features: 3, epsilon: 1e-5) },
    Mistake("bn1 has an eps of -1.0") { $0.layers[1].kind = .batchNorm(features: 4, epsilon: -1) },
    Mistake("drops with probability 1.0") { $0.layers[6].kind = .dropout(probability: 1) },
    Mistake("dense1 takes 5 values and is given 4") {
      $0.layers[7].kind = .linear(input: 5, output: 3, hasBias: false)
    },
    Mistake("dense1 has \(Int.max) inputs") { $0.layers[7].kind = .linear(input: .max, output: 3, hasBias: false) },
    Mistake("dense1 takes a vector and is given planes") { $0.layers.remove(at: 5) },
    Mistake("global takes planes") { $0.layers.swapAt(4, 5) },
  ]

  @Test(arguments: mistakes)
  func saysWhatDoesNotFit(mistake: Mistake) throws {
    var architecture = ModelForge.architecture
    mistake.make(&architecture)
    let fault = try #require(throws: ArchitectureFault.self) { try architecture.check() }
    #expect(fault.description.contains(mistake.words))
  }

  @Test func soundOnesPass() throws {
    try ModelForge.architecture.check()
    try Architecture.standard(classNames: (0..<43).map(String.init)).check()
    try Architecture.tiny(classNames: ["a", "b"]).check()
  }

  @Test func theStandardNetworkHasItsPublishedSize() {
    let layout = ParameterLayout(.standard(classNames: (0..<43).map(String.init)))
    #expect(layout.parameterCount == 823_051)
    #expect(layout.parameter("conv6.weight")?.shape == [128, 128, 3, 3])
    #expect(layout.parameter("conv6.bias") == nil)
    #expect(layout.parameter("dense1.weight")?.shape == [256, 2_048])
    #expect(layout.statisticCount == 896)
  }

  @Test func freshWeightsHaveHesVariance() throws {
    let network = Network(initializing: .standard(classNames: (0..<43).map(String.init)), seed: 3)
    for (name, variance) in [("conv4.weight", 2.0 / 576), ("dense1.weight", 2.0 / 2_048), ("dense2.weight", 1.0 / 256)]
    {
      let values = try #require(network.tensors[name]).elements.map(Double.init)
      let measured = values.reduce(0) { $0 + $1 * $1 } / Double(values.count)
      #expect(abs(measured / variance - 1) < 0.05, "\(name)")
    }
    #expect(network.tensors["bn3.weight"]?.elements.allSatisfy { $0 == 1 } == true)
    #expect(network.tensors["bn3.running_var"]?.elements.allSatisfy { $0 == 1 } == true)
    #expect(network.tensors["dense2.bias"]?.elements.allSatisfy { $0 == 0 } == true)
  }
}
