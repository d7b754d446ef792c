/// A layer as `stopline.layers` of a model file describes it; what a type does not use is absent.
struct LayerDescription: Codable, Equatable {
  var type: String
  var name: String
  var input: Int?
  var output: Int?
  var features: Int?
  var kernel: Int?
  var stride: Int?
  var padding: Int?
  var bias: Bool?
  var epsilon: Float?
  var probability: Float?

  enum CodingKeys: String, CodingKey {
    case type, name, features, kernel, stride, padding, bias
    case input = "in"
    case output = "out"
    case epsilon = "eps"
    case probability = "p"
  }

  init(_ layer: Layer) {
    name = layer.name
    switch layer.kind {
    case .convolution(let input, let output, let kernel, let stride, let padding, let hasBias):
      type = "conv2d"
      (self.input, self.output, self.kernel, self.stride) = (input, output, kernel, stride)
      (self.padding, bias) = (padding, hasBias)
    case .batchNorm(let features, let epsilon):
      type = "batch_norm"
      (self.features, self.epsilon) = (features, epsilon)
    case .relu:
      type = "relu"
    case .maxPool(let kernel, let stride):
      type = "max_pool2d"
      (self.kernel, self.stride) = (kernel, stride)
    case .averagePool(let kernel, let stride):
      type = "avg_pool2d"
      (self.kernel, self.stride) = (kernel, stride)
    case .globalAveragePool:
      type = "global_avg_pool"
    case .flatten:
      type = "flatten"
    case .dropout(let probability):
      type = "dropout"
      self.probability = probability
    case .linear(let input, let output, let hasBias):
      type = "linear"
      (self.input, self.output, bias) = (input, output, hasBias)
    }
  }

  /// The layer, absent numbers with PyTorch's defaults.
  /// - Throws: when the type is unknown or a number that has no default is absent.
  func layer() throws(ArchitectureFault) -> Layer {
    switch type {
    case "conv2d":
      Layer(
        name: name,
        kind: .convolution(
          input: try required(input, "in"), output: try required(output, "out"),
          kernel: try required(kernel, "kernel"), stride: stride ?? 1, padding: padding ?? 0, hasBias: bias ?? true))
    case "batch_norm":
      Layer(name: name, kind: .batchNorm(features: try required(features, "features"), epsilon: epsilon ?? 1e-5))
    case "relu":
      Layer(name: name, kind: .relu)
    case "max_pool2d":
      Layer(name: name, kind: try pool(LayerKind.maxPool))
    case "avg_pool2d":
      Layer(name: name, kind: try pool(LayerKind.averagePool))
    case "global_avg_pool":
      Layer(name: name, kind: .globalAveragePool)
    case "flatten":
      Layer(name: name, kind: .flatten)
    case "dropout":
      Layer(name: name, kind: .dropout(probability: probability ?? 0.5))
    case "linear":
      Layer(
        name: name,
        kind: .linear(
          input: try required(input, "in"), output: try required(output, "out"), hasBias: bias ?? true))
    default:
      throw ArchitectureFault(description: "layer \(name) is of the unknown type \"\(type)\"")
    }
  }

  private func pool(_ kind: (Int, Int) -> LayerKind) throws(ArchitectureFault) -> LayerKind {
    let kernel = try required(kernel, "kernel")
    return kind(kernel, stride ?? kernel)
  }

  private func required(_ value: Int?, _ key: String) throws(ArchitectureFault) -> Int {
    guard let value else { throw ArchitectureFault(description: "layer \(name) says no \"\(key)\"") }
    return value
  }
}

/// What `stopline.input` of a model file says.
struct InputDescription: Codable, Equatable {
  var channels: Int
  var height: Int
  var width: Int
  /// Absent: 0 for each channel.
  var mean: [Float]?
  /// Absent: 1 for each channel.
  var std: [Float]?
}
