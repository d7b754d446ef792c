extension Architecture {
  /// What one layer costs.
  package struct LayerOperations: Sendable, Equatable {
    package let name: String
    /// Floating-point operations an image, 2 for a multiplication and its addition.
    package let count: Int
  }

  /// The floating-point operations of an image, layer by layer: those of convolutions and linear layers, zero padding
  /// counted like pixels. What the other layers do is under 1 % of it and is left out, as is usual.
  package var operations: [LayerOperations] {
    zip(layers, planes().dropFirst()).compactMap { layer, output in
      switch layer.kind {
      case .convolution(let input, _, let kernel, _, _, _):
        LayerOperations(name: layer.name, count: 2 * output.values * input * kernel * kernel)
      case .linear(let input, let features, _):
        LayerOperations(name: layer.name, count: 2 * input * features)
      default: nil
      }
    }
  }
}
