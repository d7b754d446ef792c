/// A network's weights as inference uses them: with the batch normalisation behind a layer folded in.
struct FoldedWeights {
  private let tensors: [String: Tensor]

  /// A batch normalisation as x * scale + shift, channel by channel; in `Double`, so that folding rounds once.
  struct Norm {
    var scale: [Double]
    var shift: [Double]
  }

  init(_ network: Network) { tensors = network.tensors }

  /// The batch normalisation of node `name` by its running statistics.
  func norm(_ name: String, epsilon: Float) -> Norm {
    let variance = tensor("\(name).running_var")
    let scale = zip(tensor("\(name).weight"), variance).map { Double($0) / (Double($1) + Double(epsilon)).squareRoot() }
    let mean = tensor("\(name).running_mean")
    let beta = tensor("\(name).bias")
    return Norm(scale: scale, shift: scale.indices.map { Double(beta[$0]) - Double(mean[$0]) * scale[$0] })
  }

  /// The weights and bias of node `name`, which has `outputs` outputs, with the normalisation behind it.
  func layer(_ name: String, outputs: Int, hasBias: Bool, norm: Norm?) -> (weights: [Float], bias: [Float]) {
    var weights = tensor("\(name).weight")
    let own = hasBias ? tensor("\(name).bias") : [Float](repeating: 0, count: outputs)
    guard let norm else { return (weights, own) }
    var bias = own
    let depth = weights.count / outputs
    for output in 0..<outputs {
      for index in output * depth..<(output + 1) * depth {
        weights[index] = Float(Double(weights[index]) * norm.scale[output])
      }
      bias[output] = Float(Double(own[output]) * norm.scale[output] + norm.shift[output])
    }
    return (weights, bias)
  }

  private func tensor(_ name: String) -> [Float] {
    guard let tensor = tensors[name] else { preconditionFailure("the network has a tensor \(name)") }
    return tensor.elements
  }
}
