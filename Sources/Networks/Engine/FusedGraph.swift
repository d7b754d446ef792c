/// A network's nodes for inference: batch normalisation folded into the layer before it, additions, ReLU and pooling
/// attached, what does nothing gone.
///
/// Nodes are fused along values that have one reader.
struct FusedGraph {
  struct Step {
    /// The name of the first of the nodes that were fused.
    var name: String
    var operation: InferenceStep.Operation
    var relu = false
    /// What is read; a convolution that adds its result to another value reads that value second.
    var inputs: [Graph.Value]
    var output: Graph.Value
  }

  private(set) var steps: [Step] = []
  let graph: Graph

  private let weights: FoldedWeights
  private let kernels: Kernels
  private let algorithm: ConvolutionAlgorithm
  private let onlyReaders: [Graph.Value: Int]
  private var fused: Set<Int> = []
  /// Values that are others under a second name, and those others.
  private var same: [Graph.Value: Graph.Value] = [:]
  /// The input and what the steps so far have written.
  private var written: Set<Graph.Value>

  /// - Precondition: the graph has a node, and the network has the tensors that its nodes name, in their shapes.
  init(_ network: Network, kernels: Kernels, algorithm: ConvolutionAlgorithm) {
    graph = network.graph
    weights = FoldedWeights(network)
    self.kernels = kernels
    self.algorithm = algorithm
    onlyReaders = graph.onlyReaders
    written = [graph.inputValue]
    precondition(graph.output != graph.inputValue, "a network has a layer")
    for index in graph.neededNodes where !fused.contains(index) { append(graph.nodes[index]) }
  }

  private mutating func append(_ node: Graph.Node) {
    let inputs = node.inputs.map { same[$0] ?? $0 }
    var output = node.output
    guard let operation = operation(of: node, output: &output) else {
      same[node.output] = inputs[0]
      return
    }
    var step = Step(name: node.name, operation: operation, inputs: inputs, output: output)
    if operation.isConvolution { attachAddition(to: &step) }
    if node.operation == .activation(.relu) { step.relu = true } else { attachReLU(to: &step) }
    attachPooling(to: &step)
    written.insert(step.output)
    steps.append(step)
  }

  /// What a node does as a step, a batch normalisation behind it included; nil where its value is its input's.
  private mutating func operation(of node: Graph.Node, output: inout Graph.Value) -> InferenceStep.Operation? {
    let input = graph.plane(of: node.inputs[0])
    switch node.operation {
    case .convolution(let shape, let hasBias):
      let layer = weights.layer(
        node.name, outputs: shape.output, hasBias: hasBias, norm: foldedNorm(behind: &output))
      let convolution = algorithm.prepare(shape, input: input, output: graph.plane(of: output), kernels: kernels)
      convolution.pack(layer.weights, bias: layer.bias)
      return .convolution(convolution, pools: false)
    case .linear(let features, let outputs, let hasBias):
      let layer = weights.layer(node.name, outputs: outputs, hasBias: hasBias, norm: foldedNorm(behind: &output))
      let product = PackedProduct(
        ConvolutionShape(input: features, output: outputs, kernel: 1, stride: 1, padding: 0), kernels: kernels)
      product.pack(layer.weights, bias: layer.bias)
      return .linear(product)
    case .norm(_, let epsilon):
      let norm = weights.norm(node.name, epsilon: epsilon)
      return .affine(scale: FloatBuffer(norm.scale.map(Float.init)), shift: FloatBuffer(norm.shift.map(Float.init)))
    case .activation(.relu): return .identity(channels: input.channels)
    case .activation(let activation): return .activation(activation)
    case .maxPool(let window): return .maxPool(window)
    case .averagePool(let window, let countsPadding): return .averagePool(window, countsPadding: countsPadding)
    case .globalAveragePool:
      return .averagePool(Window(height: input.height, width: input.width), countsPadding: true)
    case .add: return .add
    case .join: return .join
    case .scale: return .scale
    case .flatten(let order) where input.height * input.width > 1: return .flatten(order)
    // The scores have a buffer of their own.
    case .flatten, .dropout: return steps.isEmpty && output == graph.output ? .identity(channels: input.channels) : nil
    }
  }

  /// The node that alone reads a value.
  private func onlyReader(of value: Graph.Value) -> (index: Int, node: Graph.Node)? {
    onlyReaders[value].map { ($0, graph.nodes[$0]) }
  }

  private mutating func foldedNorm(behind output: inout Graph.Value) -> FoldedWeights.Norm? {
    guard let (index, node) = onlyReader(of: output), case .norm(_, let epsilon) = node.operation else { return nil }
    fused.insert(index)
    output = node.output
    return weights.norm(node.name, epsilon: epsilon)
  }

  /// An addition whose other operand is there already.
  private mutating func attachAddition(to step: inout Step) {
    guard let (index, node) = onlyReader(of: step.output), node.operation == .add,
      let other = node.inputs.first(where: { $0 != step.output }).map({ same[$0] ?? $0 }), written.contains(other)
    else { return }
    fused.insert(index)
    step.inputs.append(other)
    step.output = node.output
  }

  private mutating func attachReLU(to step: inout Step) {
    guard step.operation.canEndWithReLU, let (index, node) = onlyReader(of: step.output),
      node.operation == .activation(.relu)
    else { return }
    fused.insert(index)
    step.relu = true
    step.output = node.output
  }

  /// A max pool over two by two pixels, where the convolution can keep the largest on the way out.
  private mutating func attachPooling(to step: inout Step) {
    guard case .convolution(let convolution, _) = step.operation, step.inputs.count == 1,
      let (index, node) = onlyReader(of: step.output), node.operation == .maxPool(Window(2, stride: 2)),
      convolution.canPool(graph.plane(of: step.output))
    else { return }
    fused.insert(index)
    step.operation = .convolution(convolution, pools: true)
    step.output = node.output
  }
}

extension InferenceStep.Operation {
  /// What leaves values as they are, for a ReLU on its own.
  fileprivate static func identity(channels: Int) -> InferenceStep.Operation {
    .affine(
      scale: FloatBuffer([Float](repeating: 1, count: channels)), shift: FloatBuffer(count: channels))
  }

  fileprivate var isConvolution: Bool {
    if case .convolution = self { true } else { false }
  }

  /// Whether the step's kernel can apply a ReLU to what it writes.
  fileprivate var canEndWithReLU: Bool {
    switch self {
    case .convolution, .linear, .affine, .add: true
    case .activation, .maxPool, .averagePool, .join, .scale, .flatten: false
    }
  }
}
