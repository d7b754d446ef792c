/// One layer's type and sizes, with the words and meanings of PyTorch's modules of the same names.
package enum LayerKind: Sendable, Equatable {
  /// Weights `(output, input, kernel, kernel)`, zero padding.
  case convolution(input: Int, output: Int, kernel: Int, stride: Int, padding: Int, hasBias: Bool)
  case batchNorm(features: Int, epsilon: Float)
  case relu
  case maxPool(kernel: Int, stride: Int)
  case averagePool(kernel: Int, stride: Int)
  case globalAveragePool
  case flatten
  case dropout(probability: Float)
  /// Weights `(output, input)`.
  case linear(input: Int, output: Int, hasBias: Bool)
}

/// A layer with the name under which its tensors stand in the model file.
package struct Layer: Sendable, Equatable {
  package var name: String
  package var kind: LayerKind

  package init(name: String, kind: LayerKind) {
    self.name = name
    self.kind = kind
  }
}

/// A network without its weights: what goes in, the layers in order, what the scores stand for.
package struct Architecture: Sendable, Equatable {
  /// The shape of one input, `[channels, height, width]`.
  package var inputShape: [Int]
  /// Subtracted from each channel before the first layer.
  package var mean: [Float]
  /// Each channel is divided by it before the first layer.
  package var standardDeviation: [Float]
  package var layers: [Layer]
  /// One name a class, index = class number.
  package var classNames: [String]

  package init(
    inputShape: [Int], mean: [Float], standardDeviation: [Float], layers: [Layer], classNames: [String]
  ) {
    self.inputShape = inputShape
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.layers = layers
    self.classNames = classNames
  }
}
