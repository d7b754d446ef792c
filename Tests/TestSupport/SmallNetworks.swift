import Groundwork
import Networks

/// Networks small enough for the naive loops, which between them have every layer and many awkward sizes.
package enum SmallNetworks {
  /// A network's name for test output, and its layers.
  package struct Case: Sendable, CustomStringConvertible {
    package let name: String
    package let architecture: Architecture
    package var description: String { name }
  }

  /// A graph with a name for test output.
  package struct GraphCase: Sendable, CustomStringConvertible {
    package let name: String
    package let graph: Graph
    package var description: String { name }
  }

  /// The chains and the graphs that are none.
  package static let graphs: [GraphCase] =
    cases.map { GraphCase(name: $0.name, graph: random($0.architecture).graph) } + branching

  /// Every kind of layer, in orders that can and cannot be fused.
  package static let cases: [Case] = [
    make(
      "like the shipped network", [3, 16, 12],
      [
        convolution(1, 3, 32), norm(1, 32), relu, convolution(2, 32, 33), norm(2, 33), relu, maxPool(2, 2), flatten,
        linear(1, 33 * 8 * 6, 40), relu, dropout(0), linear(2, 40, 43),
      ]),
    make(
      "strides and pools", [3, 19, 17],
      [
        convolution(1, 3, 5, kernel: 5, padding: 2, bias: true), relu,
        convolution(2, 5, 17, stride: 2, bias: true), norm(2, 17), relu, averagePool(2, 1),
        convolution(3, 17, 12, kernel: 1, padding: 2, bias: true), maxPool(3, 2), norm(4, 12),
        convolution(5, 12, 7, padding: 0), flatten, linear(1, 84, 10, bias: false), norm(6, 10), relu,
        linear(2, 10, 11),
      ]),
    make(
      "global pool", [1, 9, 9],
      [convolution(1, 1, 20, kernel: 3, stride: 1, padding: 1), norm(1, 20), globalAveragePool]),
    make(
      "norm and ReLU first", [3, 6, 5],
      [norm(1, 3), relu, maxPool(2, 1), relu, convolution(1, 3, 4), averagePool(3, 3), flatten, linear(1, 4, 3), relu]),
    make("linear only", [3, 4, 5], [flatten, linear(1, 60, 17), norm(1, 17), linear(2, 17, 43)]),
    make("overlapping maxima", [3, 11, 11], [convolution(1, 3, 8), maxPool(3, 1), relu, flatten, linear(1, 648, 5)]),
  ]

  /// One convolution whose outputs are the scores.
  package static func convolutionOnly(
    input: Int, output: Int, kernel: Int, stride: Int, padding: Int, height: Int = 8, width: Int = 7
  ) -> Architecture {
    make(
      "", [input, height, width],
      [convolution(1, input, output, kernel: kernel, stride: stride, padding: padding, bias: true), flatten]
    ).architecture
  }

  /// A convolution, ReLU and the pooling that can be done on the way out, and scores.
  package static func pooledConvolution(input: Int, output: Int, height: Int, width: Int) -> Architecture {
    make(
      "", [input, height, width],
      [
        convolution(1, input, output, bias: true), relu, maxPool(2, 2), flatten,
        linear(1, output * height * width / 4, 7),
      ]
    ).architecture
  }

  /// A network with weights drawn from a stream, scaled so that values keep their size from layer to layer.
  package static func random(_ architecture: Architecture, seed: UInt64 = 1) -> Network {
    Network(architecture: architecture, tensors: tensors(ParameterLayout(architecture), seed: seed))
  }

  /// The same for a graph, whose classes are numbered.
  package static func random(_ graph: Graph, seed: UInt64 = 1) throws -> Network {
    try Network(
      graph: graph, classNames: (0..<graph.plane(of: graph.output).channels).map { "class \($0)" },
      tensors: tensors(ParameterLayout(graph), seed: seed))
  }

  private static func tensors(_ layout: ParameterLayout, seed: UInt64) -> [String: Tensor] {
    var tensors: [String: Tensor] = [:]
    for entry in layout.parameters + layout.statistics {
      var stream = RandomStream(seed: seed, name: entry.name)
      let fanIn = entry.shape.dropFirst().reduce(1, *)
      let values: [Float] = (0..<entry.count).map { _ in
        if entry.name.hasSuffix("running_var") { return stream.uniform(in: 0.5..<2) }
        if entry.shape.count > 1 { return stream.gaussian() * (2 / Float(fanIn)).squareRoot() }
        return entry.name.hasSuffix("weight") ? stream.uniform(in: 0.5..<1.5) : stream.uniform(in: -0.3..<0.3)
      }
      tensors[entry.name] = Tensor(shape: entry.shape, elements: values)
    }
    return tensors
  }

  /// A batch of random images for the network.
  package static func images(_ count: Int, for architecture: Architecture, seed: UInt64 = 2) -> Tensor {
    images(count, architecture.inputShape, seed: seed)
  }

  /// The same for a graph.
  package static func images(_ count: Int, for graph: Graph, seed: UInt64 = 2) -> Tensor {
    images(count, graph.input.pictureShape, seed: seed)
  }

  private static func images(_ count: Int, _ shape: [Int], seed: UInt64) -> Tensor {
    var stream = RandomStream(seed: seed, name: "images")
    var batch = Tensor(shape: [count] + shape)
    for index in batch.elements.indices { batch.elements[index] = stream.uniform() }
    return batch
  }

  /// Random values, for weightings of scores.
  package static func weighting(_ shape: [Int], seed: UInt64 = 3) -> Tensor {
    var stream = RandomStream(seed: seed, name: "weighting")
    var tensor = Tensor(shape: shape)
    for index in tensor.elements.indices { tensor.elements[index] = stream.gaussian() }
    return tensor
  }

  private static func make(_ name: String, _ inputShape: [Int], _ layers: [Layer]) -> Case {
    var architecture = Architecture(
      inputShape: inputShape, mean: Array([0.34, 0.31, 0.32].prefix(inputShape[0])),
      standardDeviation: Array([0.27, 0.26, 0.25].prefix(inputShape[0])), layers: layers, classNames: [])
    while architecture.mean.count < inputShape[0] {
      architecture.mean.append(0.5)
      architecture.standardDeviation.append(0.5)
    }
    var classes = 0
    for layer in layers {
      switch layer.kind {
      case .convolution(_, let output, _, _, _, _), .linear(_, let output, _): classes = output
      default: break
      }
    }
    architecture.classNames = (0..<classes).map { "class \($0)" }
    return Case(name: name, architecture: architecture)
  }

  private static let relu = Layer(name: "relu", kind: .relu)
  private static let flatten = Layer(name: "flatten", kind: .flatten)
  private static let globalAveragePool = Layer(name: "pool", kind: .globalAveragePool)

  private static func convolution(
    _ number: Int, _ input: Int, _ output: Int, kernel: Int = 3, stride: Int = 1, padding: Int = 1, bias: Bool = false
  ) -> Layer {
    Layer(
      name: "conv\(number)",
      kind: .convolution(
        input: input, output: output, kernel: kernel, stride: stride, padding: padding, hasBias: bias))
  }

  private static func norm(_ number: Int, _ features: Int) -> Layer {
    Layer(name: "bn\(number)", kind: .batchNorm(features: features, epsilon: 1e-5))
  }

  private static func linear(_ number: Int, _ input: Int, _ output: Int, bias: Bool = true) -> Layer {
    Layer(name: "dense\(number)", kind: .linear(input: input, output: output, hasBias: bias))
  }

  private static func dropout(_ probability: Float) -> Layer {
    Layer(name: "dropout", kind: .dropout(probability: probability))
  }

  private static func maxPool(_ kernel: Int, _ stride: Int) -> Layer {
    Layer(name: "pool", kind: .maxPool(kernel: kernel, stride: stride))
  }

  private static func averagePool(_ kernel: Int, _ stride: Int) -> Layer {
    Layer(name: "pool", kind: .averagePool(kernel: kernel, stride: stride))
  }
}
