extension Architecture {
  /// The chain as a graph: a node for each layer in order, each reading what the one before it wrote.
  /// - Throws: the first thing that does not fit.
  package func graph() throws(ArchitectureFault) -> Graph {
    var graph = try Graph(contract())
    for layer in layers {
      try graph.append(layer.kind.operation, graph.output, named: layer.name)
    }
    return graph
  }

  /// The chain as a graph.
  /// - Precondition: the layers fit each other (a model file was checked when it was read).
  var fittingGraph: Graph {
    do {
      return try graph()
    } catch {
      preconditionFailure("layers fit each other: \(error)")
    }
  }

  private func contract() throws(ArchitectureFault) -> InputContract {
    try Graph.require(
      inputShape.count == 3, "the input has \(inputShape.count) axes where channels, height and width are read")
    return InputContract(
      height: inputShape[1], width: inputShape[2], channels: inputShape[0], mean: mean, deviation: standardDeviation)
  }
}

extension LayerKind {
  /// What the layer does, in the words of a graph.
  var operation: Graph.Operation {
    switch self {
    case .convolution(let input, let output, let kernel, let stride, let padding, let hasBias):
      .convolution(
        ConvolutionShape(input: input, output: output, kernel: kernel, stride: stride, padding: padding),
        hasBias: hasBias)
    case .batchNorm(let features, let epsilon): .norm(features: features, epsilon: epsilon)
    case .relu: .activation(.relu)
    case .maxPool(let kernel, let stride): .maxPool(Window(kernel, stride: stride))
    case .averagePool(let kernel, let stride): .averagePool(Window(kernel, stride: stride), countsPadding: true)
    case .globalAveragePool: .globalAveragePool
    case .flatten: .flatten(.channelsFirst)
    case .dropout(let probability): .dropout(probability: probability)
    case .linear(let input, let output, let hasBias): .linear(input: input, output: output, hasBias: hasBias)
    }
  }
}
