extension Architecture {
  /// The activation after each layer, the input first: `layers.count + 1` planes without halo; vectors are `1 x 1`.
  ///
  /// - Precondition: each layer fits what the one before it gives (a model file was checked when it was read).
  func planes() -> [Plane] {
    precondition(inputShape.count == 3, "a network's input has channels, height and width")
    var planes = [Plane(height: inputShape[1], width: inputShape[2], channels: inputShape[0])]
    for layer in layers {
      let plane = layer.kind.plane(after: planes[planes.count - 1], layer: layer.name)
      precondition(plane.values > 0, "layer \(layer.name) leaves something of its input")
      planes.append(plane)
    }
    return planes
  }
}

extension LayerKind {
  fileprivate func plane(after input: Plane, layer: String) -> Plane {
    switch self {
    case .convolution(let channels, let output, let kernel, let stride, let padding, _):
      precondition(channels == input.channels, "layer \(layer) reads as many channels as it gets")
      return Plane(
        height: (input.height + 2 * padding - kernel) / stride + 1,
        width: (input.width + 2 * padding - kernel) / stride + 1, channels: output)
    case .maxPool(let kernel, let stride), .averagePool(let kernel, let stride):
      return Plane(
        height: (input.height - kernel) / stride + 1, width: (input.width - kernel) / stride + 1,
        channels: input.channels)
    case .globalAveragePool: return Plane(height: 1, width: 1, channels: input.channels)
    case .flatten: return Plane(height: 1, width: 1, channels: input.values)
    case .linear(let features, let output, _):
      precondition(features == input.values, "layer \(layer) reads as many features as it gets")
      return Plane(height: 1, width: 1, channels: output)
    case .batchNorm(let features, _):
      precondition(features == input.channels, "layer \(layer) normalises as many channels as it gets")
      return input
    case .relu, .dropout: return input
    }
  }
}
