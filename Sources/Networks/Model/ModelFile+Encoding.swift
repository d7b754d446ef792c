extension ModelFile {
  /// The bytes of a network's file; `path` is for the error only.
  static func encode(_ network: Network, card: ModelCard, path: String) throws(ModelFileError) -> [UInt8] {
    guard let architecture = network.architecture else { throw ModelFileError(path: path, problem: .noChain) }
    do { try architecture.check() } catch { throw ModelFileError(path: path, problem: .architecture(error)) }
    if let problem = tensorProblem(of: network) { throw ModelFileError(path: path, problem: problem) }
    let input = InputDescription(
      channels: architecture.inputShape[0], height: architecture.inputShape[1], width: architecture.inputShape[2],
      mean: architecture.mean, std: architecture.standardDeviation)
    let metadata = [
      Key.format: formatName,
      Key.classes: canonicalJSON(architecture.classNames),
      Key.input: canonicalJSON(input),
      Key.layers: canonicalJSON(architecture.layers.map(LayerDescription.init)),
      Key.card: canonicalJSON(card),
    ]
    let names = network.graph.tensorEntries.map(\.name)
    let tensors = names.compactMap { name in network.tensors[name].map { (name: name, tensor: $0) } }
    do {
      return try SafeTensors(metadata: metadata, tensors: tensors).encoded()
    } catch {
      throw ModelFileError(path: path, problem: .container(error))
    }
  }

  /// What keeps a network's tensors from being those of its layers; nil when nothing does.
  static func tensorProblem(of network: Network) -> ModelFileError.Problem? {
    let entries = network.graph.tensorEntries
    for entry in entries {
      guard let tensor = network.tensors[entry.name] else { return .missingTensor(entry.name) }
      if tensor.shape != entry.shape {
        return .wrongShape(tensor: entry.name, shape: tensor.shape, needed: entry.shape)
      }
    }
    let expected = Set(entries.map(\.name))
    if let name = network.tensors.keys.filter({ !expected.contains($0) }).min() { return .unexpectedTensor(name) }
    return varianceProblem(of: network)
  }

  private static func varianceProblem(of network: Network) -> ModelFileError.Problem? {
    for node in network.graph.nodes {
      guard case .norm(_, let epsilon) = node.operation else { continue }
      let name = node.name + ".running_var"
      // A channel that is always 0 has variance 0, which epsilon makes usable.
      let isUnusable = { (variance: Float) in !(variance >= 0 && variance + epsilon > 0) }
      if let index = network.tensors[name]?.elements.firstIndex(where: isUnusable) {
        return .variance(tensor: name, index: index)
      }
    }
    return nil
  }
}

extension Graph {
  /// All tensors of the nodes: those that are trained, then running statistics.
  var tensorEntries: [ParameterLayout.Entry] {
    let layout = ParameterLayout(self)
    return layout.parameters + layout.statistics
  }
}
