import Networks

/// A network in plain loops and `Double`: what every fast path is compared with.
///
/// Values are `(N, C, H, W)`, row-major. Dropout is the identity. In training mode batch normalisation uses the batch's
/// own mean and biased variance.
package struct NaiveNetwork {
  package var graph: Graph
  package var tensors: [String: [Double]]
  package var usesBatchStatistics: Bool

  package init(_ network: Network, usesBatchStatistics: Bool = false) {
    graph = network.graph
    tensors = network.tensors.mapValues { $0.elements.map(Double.init) }
    self.usesBatchStatistics = usesBatchStatistics
  }

  /// A batch of activations.
  package struct Volume {
    package var count, channels, height, width: Int
    package var values: [Double]

    init(_ count: Int, _ channels: Int, _ height: Int, _ width: Int) {
      self.count = count
      self.channels = channels
      self.height = height
      self.width = width
      values = [Double](repeating: 0, count: count * channels * height * width)
    }

    subscript(n: Int, c: Int, y: Int, x: Int) -> Double {
      get { values[((n * channels + c) * height + y) * width + x] }
      set { values[((n * channels + c) * height + y) * width + x] = newValue }
    }

    /// The same sizes.
    var zeros: Volume { Volume(count, channels, height, width) }

    mutating func add(_ other: Volume) { for index in values.indices { values[index] += other.values[index] } }

    func contains(_ y: Int, _ x: Int) -> Bool { (0..<height).contains(y) && (0..<width).contains(x) }

    /// Calls `body` with every index.
    func forEach(_ body: (_ n: Int, _ c: Int, _ y: Int, _ x: Int) -> Void) {
      for n in 0..<count { for c in 0..<channels { for y in 0..<height { for x in 0..<width { body(n, c, y, x) } } } }
    }
  }

  /// Every value of the graph, by its index.
  package func activations(_ batch: Tensor) -> [Volume] {
    graph.nodes.reduce(into: [normalized(batch)]) { values, node in
      values.append(forward(node, node.inputs.map { values[$0.index] }))
    }
  }

  /// The scores `(N, classCount)`.
  package func logits(_ batch: Tensor) -> [Double] { activations(batch)[graph.output.index].values }

  /// The gradient of the weighted sum of scores by the images and by every trainable tensor.
  package func gradients(_ batch: Tensor, weighting: [Double]) -> (images: [Double], tensors: [String: [Double]]) {
    let values = activations(batch)
    var gradients = values.map(\.zeros)
    gradients[graph.output.index].values = weighting
    var tensors: [String: [Double]] = [:]
    for node in graph.nodes.reversed() {
      let own = backward(
        node, node.inputs.map { values[$0.index] }, values[node.output.index], gradients[node.output.index], &tensors)
      for (input, gradient) in zip(node.inputs, own) { gradients[input.index].add(gradient) }
    }
    return (pictures(gradients[0]).values, tensors)
  }

  /// How much of each of the picture's planes each of the network's channels has.
  private var mixing: [[Double]] {
    switch graph.input.order {
    case .rgb: (0..<graph.input.channels).map { own in (0..<graph.input.channels).map { $0 == own ? 1 : 0 } }
    case .bgr: [[0, 0, 1], [0, 1, 0], [1, 0, 0]]
    case .gray: [[0.299, 0.587, 0.114]]
    }
  }

  private func normalized(_ batch: Tensor) -> Volume {
    let contract = graph.input
    var input = Volume(batch.count, contract.channels, contract.height, contract.width)
    let planes = batch.shape[1]
    input.forEach { n, c, y, x in
      let mixed = (0..<planes).reduce(0) { sum, plane in
        sum + mixing[c][plane]
          * Double(batch.elements[((n * planes + plane) * contract.height + y) * contract.width + x])
      }
      input[n, c, y, x] = (mixed - Double(contract.mean[c])) / Double(contract.deviation[c])
    }
    return input
  }

  /// The gradient by the pictures from that by the normalised input.
  private func pictures(_ gradient: Volume) -> Volume {
    var pictures = Volume(gradient.count, mixing[0].count, gradient.height, gradient.width)
    gradient.forEach { n, c, y, x in
      for (plane, part) in mixing[c].enumerated() {
        pictures[n, plane, y, x] += part * gradient[n, c, y, x] / Double(graph.input.deviation[c])
      }
    }
    return pictures
  }
}
