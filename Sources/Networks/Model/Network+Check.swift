extension Network {
  /// A network of any graph.
  /// - Throws: when the graph's output is no vector of one score a class, or a node's tensor is missing, has another shape,
  ///   or holds a value that is not finite.
  package init(
    graph: Graph, classNames: [String], tensors: [String: Tensor]
  ) throws(ArchitectureFault) {
    let scores = graph.plane(of: graph.output)
    try Graph.require(
      !graph.nodes.isEmpty && scores.height * scores.width == 1 && scores.channels == classNames.count,
      "the output is \(scores.channels) x \(scores.height) x \(scores.width) where \(classNames.count) class names need "
        + "\(classNames.count) scores")
    for entry in graph.tensorEntries {
      guard let tensor = tensors[entry.name] else {
        throw ArchitectureFault(description: "there is no tensor \(entry.name)")
      }
      try Graph.require(
        tensor.shape == entry.shape,
        "tensor \(entry.name) has shape \(tensor.shape) where its layer needs \(entry.shape)")
      try Graph.require(
        tensor.elements.allSatisfy(\.isFinite), "tensor \(entry.name) holds a value that is not a number")
    }
    self.init(graph: graph, classNames: classNames, architecture: nil, tensors: tensors)
  }
}
