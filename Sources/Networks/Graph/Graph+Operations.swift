extension Graph {
  /// What one node costs.
  package struct NodeOperations: Sendable, Equatable {
    package let name: String
    /// Floating-point operations an image, 2 for a multiplication and its addition.
    package let count: Int
  }

  /// The floating-point operations of an image, node by node: those of convolutions and linear layers, zero padding
  /// counted like pixels. What the other nodes do is under 1 % of it and is left out, as is usual.
  package var operations: [NodeOperations] {
    nodes.compactMap { node in
      switch node.operation {
      case .convolution(let shape, _):
        NodeOperations(name: node.name, count: 2 * plane(of: node.output).values * shape.depth)
      case .linear(let input, let features, _):
        NodeOperations(name: node.name, count: 2 * input * features)
      default: nil
      }
    }
  }
}
