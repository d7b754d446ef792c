extension ParameterLayout {
  /// The trainable values of `network`, in this layout.
  ///
  /// - Precondition: the network has every tensor of the layout, in the layout's shape.
  package func parameters(of network: Network) -> [Float] { gather(parameters, from: network) }

  /// The running statistics of `network`, in this layout.
  ///
  /// - Precondition: the network has every tensor of the layout, in the layout's shape.
  package func statistics(of network: Network) -> [Float] { gather(statistics, from: network) }

  /// The network of `architecture` with these values.
  ///
  /// - Precondition: this is the layout of `architecture`, and both arrays have its lengths.
  package static func network(
    _ architecture: Architecture, parameters: [Float], statistics: [Float]
  ) -> Network {
    let layout = ParameterLayout(architecture)
    precondition(parameters.count == layout.parameterCount, "the parameters have the length that the layout says")
    precondition(statistics.count == layout.statisticCount, "the statistics have the length that the layout says")
    var tensors: [String: Tensor] = [:]
    for entry in layout.parameters {
      tensors[entry.name] = Tensor(shape: entry.shape, elements: Array(parameters[entry.range]))
    }
    for entry in layout.statistics {
      tensors[entry.name] = Tensor(shape: entry.shape, elements: Array(statistics[entry.range]))
    }
    return Network(architecture: architecture, tensors: tensors)
  }

  private func gather(_ entries: [Entry], from network: Network) -> [Float] {
    entries.flatMap { entry in
      guard let tensor = network.tensors[entry.name], tensor.shape == entry.shape else {
        preconditionFailure("the network has a tensor \(entry.name) of shape \(entry.shape)")
      }
      return tensor.elements
    }
  }
}
