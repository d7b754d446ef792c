extension Graph {
  /// In which order the pixels and channels of a plane follow each other when it becomes a vector.
  package enum FlatOrder: String, Sendable {
    /// Channels of rows, as PyTorch has them.
    case channelsFirst
    /// Rows of pixels of channels, as TensorFlow has them.
    case channelsLast
  }

  /// What a node does. Tensors carry the node's name: `conv1.weight`, `conv1.bias`.
  package enum Operation: Sendable, Equatable {
    /// Weights `(output, input / groups, height, width)`, zero padding; each group of outputs sees its group of inputs.
    case convolution(ConvolutionShape, hasBias: Bool)
    /// Weights `(output, input)` on a vector.
    case linear(input: Int, output: Int, hasBias: Bool)
    /// Batch normalisation: `weight`, `bias`, `running_mean` and `running_var`, each `(features)`.
    case norm(features: Int, epsilon: Float)
    case activation(Activation)
    /// Padding never wins.
    case maxPool(Window)
    /// The mean over the window, of the pixels alone or with the padding's zeros among them.
    case averagePool(Window, countsPadding: Bool)
    case globalAveragePool
    /// The sum of two values of one shape.
    case add
    /// The channels of one or more values of one height and width, one value's behind the other's.
    case join
    /// Each channel of the first value times the second value's, which has one pixel (squeeze and excitation).
    case scale
    case flatten(FlatOrder)
    /// Dropped in training only.
    case dropout(probability: Float)
  }

  /// A tensor of a node.
  package struct Parameter: Sendable, Equatable {
    /// Its name behind the node's: `weight`.
    package let name: String
    package let shape: [Int]
    /// False for running statistics.
    package let isTrained: Bool

    init(_ name: String, _ shape: [Int], isTrained: Bool = true) {
      self.name = name
      self.shape = shape
      self.isTrained = isTrained
    }
  }
}

extension Graph.Operation {
  /// The tensors that a node of this operation has, in the order in which files and training keep them.
  package var parameters: [Graph.Parameter] {
    switch self {
    case .convolution(let shape, let hasBias):
      [Graph.Parameter("weight", shape.weightShape)] + (hasBias ? [Graph.Parameter("bias", [shape.output])] : [])
    case .linear(let input, let output, let hasBias):
      [Graph.Parameter("weight", [output, input])] + (hasBias ? [Graph.Parameter("bias", [output])] : [])
    case .norm(let features, _):
      [
        Graph.Parameter("weight", [features]), Graph.Parameter("bias", [features]),
        Graph.Parameter("running_mean", [features], isTrained: false),
        Graph.Parameter("running_var", [features], isTrained: false),
      ]
    case .activation, .maxPool, .averagePool, .globalAveragePool, .add, .join, .scale, .flatten, .dropout: []
    }
  }
}
