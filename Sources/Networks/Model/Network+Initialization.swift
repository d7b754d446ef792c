import Groundwork

extension Network {
  /// A network with fresh weights: He et al. 2015, normal with variance 2 / (values that feed one output).
  ///
  /// That variance keeps the size of what passes through a ReLU from layer to layer; the last layer has no ReLU behind
  /// it and gets half. The normal form is He's own, and in a network with batch norm the uniform one of equal variance
  /// trains no differently. Biases and shifts start at 0, scales and variances at 1. Each tensor draws from a stream of
  /// its own name, so adding a layer changes no other layer's start.
  package init(initializing architecture: Architecture, seed: UInt64) {
    let layout = ParameterLayout(architecture)
    let lastWeight = layout.parameters.last { $0.name.hasSuffix(".weight") && $0.shape.count > 1 }?.name
    var tensors: [String: Tensor] = [:]
    for entry in layout.parameters + layout.statistics {
      let isUnit = entry.name.hasSuffix(".running_var") || (entry.name.hasSuffix(".weight") && entry.shape.count == 1)
      var elements = [Float](repeating: isUnit ? 1 : 0, count: entry.count)
      if entry.shape.count > 1 {
        let feeding = Float(entry.shape.dropFirst().reduce(1, *))
        let deviation = ((entry.name == lastWeight ? 1 : 2) / feeding).squareRoot()
        var stream = RandomStream(seed: seed, name: "initialisation " + entry.name)
        for index in elements.indices { elements[index] = deviation * stream.gaussian() }
      }
      tensors[entry.name] = Tensor(shape: entry.shape, elements: elements)
    }
    self.init(architecture: architecture, tensors: tensors)
  }
}
