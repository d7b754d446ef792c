/// A network's layers for inference: batch normalisation folded into the layer before it, ReLU attached, dropout gone.
struct FusedLayers {
  struct Layer {
    /// The name of the first of the layers that were fused.
    var name: String
    var operation: InferenceStep.Operation
    var relu: Bool
    var input: Plane
    var output: Plane
  }

  private(set) var layers: [Layer] = []
  private let network: Network
  private let kernels: Kernels
  private let algorithm: ConvolutionAlgorithm

  init(_ network: Network, kernels: Kernels, algorithm: ConvolutionAlgorithm) {
    self.network = network
    self.kernels = kernels
    self.algorithm = algorithm
    let all = network.architecture.layers
    let planes = network.architecture.planes()
    var index = 0
    while index < all.count {
      let layer = all[index]
      let input = planes[index]
      var operation: InferenceStep.Operation?
      switch layer.kind {
      case .convolution(let channels, let output, let kernel, let stride, let padding, let hasBias):
        let shape = ConvolutionShape(
          input: channels, output: output, kernel: kernel, stride: stride, padding: padding)
        let plane = planes[index + 1]
        let folded = folded(layer.name, shape, hasBias: hasBias, norm: norm(at: &index))
        operation = .convolution(convolution(shape, folded, from: input, to: plane), pools: false)
      case .linear(let features, let output, let hasBias):
        let shape = ConvolutionShape(input: features, output: output, kernel: 1, stride: 1, padding: 0)
        operation = .linear(product(shape, folded(layer.name, shape, hasBias: hasBias, norm: norm(at: &index))))
      case .batchNorm:
        index -= 1
        if let (scale, shift) = norm(at: &index) {
          operation = .affine(scale: FloatBuffer(scale.map(Float.init)), shift: FloatBuffer(shift.map(Float.init)))
        }
      case .relu:
        operation = .affine(
          scale: FloatBuffer([Float](repeating: 1, count: input.channels)),
          shift: FloatBuffer(count: input.channels))
      case .maxPool(let kernel, let stride): operation = .maxPool(kernel: kernel, stride: stride)
      case .averagePool(let kernel, let stride):
        operation = .averagePool(height: kernel, width: kernel, stride: stride)
      case .globalAveragePool: operation = .averagePool(height: input.height, width: input.width, stride: 1)
      case .flatten: operation = input.height * input.width > 1 ? .flatten : nil
      case .dropout: break
      }
      if var operation {
        var relu = layer.kind == .relu
        if operation.canEndWithReLU, index + 1 < all.count, all[index + 1].kind == .relu {
          relu = true
          index += 1
        }
        if case .convolution(let convolution, _) = operation, index + 1 < all.count,
          all[index + 1].kind == .maxPool(kernel: 2, stride: 2), convolution.canPool(planes[index + 1])
        {
          operation = .convolution(convolution, pools: true)
          index += 1
        }
        layers.append(
          Layer(name: layer.name, operation: operation, relu: relu, input: input, output: planes[index + 1]))
      }
      index += 1
    }
  }

  /// The scale and shift of the batch normalisation that follows layer `index`, which is then skipped; in `Double`, so
  /// that folding rounds once.
  private func norm(at index: inout Int) -> (scale: [Double], shift: [Double])? {
    guard index + 1 < network.architecture.layers.count,
      case .batchNorm(_, let epsilon) = network.architecture.layers[index + 1].kind
    else { return nil }
    index += 1
    let name = network.architecture.layers[index].name
    let variance = tensor("\(name).running_var")
    let scale = zip(tensor("\(name).weight"), variance).map { Double($0) / (Double($1) + Double(epsilon)).squareRoot() }
    let mean = tensor("\(name).running_mean")
    let beta = tensor("\(name).bias")
    return (scale, scale.indices.map { Double(beta[$0]) - Double(mean[$0]) * scale[$0] })
  }

  /// Weights and bias with the batch normalisation after them folded in.
  private func folded(
    _ name: String, _ shape: ConvolutionShape, hasBias: Bool, norm: (scale: [Double], shift: [Double])?
  ) -> (weights: [Float], bias: [Float]) {
    var weights = tensor("\(name).weight")
    let own = hasBias ? tensor("\(name).bias") : [Float](repeating: 0, count: shape.output)
    guard let norm else { return (weights, own) }
    var bias = own
    let depth = weights.count / shape.output
    for output in 0..<shape.output {
      for index in output * depth..<(output + 1) * depth {
        weights[index] = Float(Double(weights[index]) * norm.scale[output])
      }
      bias[output] = Float(Double(own[output]) * norm.scale[output] + norm.shift[output])
    }
    return (weights, bias)
  }

  private func product(_ shape: ConvolutionShape, _ folded: (weights: [Float], bias: [Float])) -> PackedProduct {
    let product = PackedProduct(shape, kernels: kernels)
    folded.weights.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      product.packForward(start)
      product.packBackward(start)
    }
    product.bias.start.update(from: folded.bias, count: folded.bias.count)
    return product
  }

  private func convolution(
    _ shape: ConvolutionShape, _ folded: (weights: [Float], bias: [Float]), from input: Plane, to output: Plane
  ) -> any PreparedConvolution {
    let convolution = algorithm.prepare(shape, input: input, output: output, kernels: kernels)
    folded.weights.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      convolution.packForward(start)
      convolution.packBackward(start)
    }
    convolution.bias.start.update(from: folded.bias, count: folded.bias.count)
    return convolution
  }

  private func tensor(_ name: String) -> [Float] {
    guard let tensor = network.tensors[name] else { preconditionFailure("the network has a tensor \(name)") }
    return tensor.elements
  }
}

extension InferenceStep.Operation {
  /// Whether the step's kernel can apply a ReLU to what it writes.
  fileprivate var canEndWithReLU: Bool {
    switch self {
    case .convolution, .linear, .affine: true
    case .maxPool, .averagePool, .flatten: false
    }
  }
}
