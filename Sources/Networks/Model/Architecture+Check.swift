extension Architecture {
  /// Checks that sizes are sane, names are usable, and each layer fits the one before it, down to one score a class.
  /// - Throws: the first thing that does not fit.
  package func check() throws(ArchitectureFault) {
    try checkInput()
    try checkNames()
    try checkVectors()
    let graph = try graph()
    let scores = graph.plane(of: graph.output)
    try Graph.require(
      endsInVector && scores.values == classNames.count,
      "the last layer gives \(endsInVector ? "\(scores.values)" : "\(scores.channels) x \(scores.height) x \(scores.width)")"
        + " where \(classNames.count) class names need \(classNames.count) scores")
  }

  private func checkInput() throws(ArchitectureFault) {
    let side = Graph.limits.side
    try Graph.require(
      inputShape.count == 3 && inputShape[0] == 3 && inputShape[1...].allSatisfy { 1...side ~= $0 },
      "the input is \(inputShape.map(String.init).joined(separator: " x ")) where 3 channels of 1 to \(side) pixels a "
        + "side are read")
  }

  private func checkNames() throws(ArchitectureFault) {
    let limit = Graph.limits.layers
    try Graph.require(1...limit ~= layers.count, "there are \(layers.count) layers where 1 to \(limit) are read")
    try Graph.require(!classNames.isEmpty, "there are no class names")
    var seen: Set<String> = []
    for (index, layer) in layers.enumerated() {
      try Graph.require(
        !layer.name.isEmpty && !layer.name.contains(".") && layer.name != "input",
        "layer \(index) is named \"\(layer.name)\", and a name needs letters, no dot, and not to be \"input\"")
      try Graph.require(seen.insert(layer.name).inserted, "two layers are named \(layer.name)")
    }
  }

  /// PyTorch tells a vector from a plane of one pixel, and so do the files: planes become vectors by a flatten alone.
  private func checkVectors() throws(ArchitectureFault) {
    var isVector = false
    for layer in layers {
      switch layer.kind {
      case .convolution, .batchNorm, .maxPool, .averagePool, .globalAveragePool:
        try Graph.require(!isVector, "layer \(layer.name) takes planes and is given a vector")
      case .linear:
        try Graph.require(isVector, "layer \(layer.name) takes a vector and is given planes; flatten them first")
      case .flatten: isVector = true
      case .relu, .dropout: break
      }
    }
  }

  private var endsInVector: Bool { layers.contains { $0.kind == .flatten } }
}
