import Networks

/// A network in plain loops and `Double`: what every fast path is compared with.
///
/// Values are `(N, C, H, W)`, row-major. Dropout is the identity. In training mode batch normalisation uses the batch's
/// own mean and biased variance.
package struct NaiveNetwork {
  package var architecture: Architecture
  package var tensors: [String: [Double]]
  package var usesBatchStatistics: Bool

  package init(_ network: Network, usesBatchStatistics: Bool = false) {
    architecture = network.architecture
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

    func contains(_ y: Int, _ x: Int) -> Bool { (0..<height).contains(y) && (0..<width).contains(x) }

    /// Calls `body` with every index.
    func forEach(_ body: (_ n: Int, _ c: Int, _ y: Int, _ x: Int) -> Void) {
      for n in 0..<count { for c in 0..<channels { for y in 0..<height { for x in 0..<width { body(n, c, y, x) } } } }
    }
  }

  /// The normalised input and each layer's output.
  package func activations(_ batch: Tensor) -> [Volume] {
    let shape = architecture.inputShape
    var input = Volume(batch.count, shape[0], shape[1], shape[2])
    input.values = batch.elements.map(Double.init)
    input.forEach { n, c, y, x in
      input[n, c, y, x] =
        (input[n, c, y, x] - Double(architecture.mean[c])) / Double(architecture.standardDeviation[c])
    }
    return architecture.layers.reduce(into: [input]) { $0.append(forward($1, $0[$0.count - 1])) }
  }

  /// The scores `(N, classCount)`.
  package func logits(_ batch: Tensor) -> [Double] {
    let all = activations(batch)
    return all[all.count - 1].values
  }

  /// The gradient of the weighted sum of scores by the images and by every trainable tensor.
  package func gradients(_ batch: Tensor, weighting: [Double]) -> (images: [Double], tensors: [String: [Double]]) {
    let all = activations(batch)
    var gradient = all[all.count - 1]
    gradient.values = weighting
    var tensors: [String: [Double]] = [:]
    for (index, layer) in architecture.layers.enumerated().reversed() {
      gradient = backward(layer, all[index], all[index + 1], gradient, &tensors)
    }
    gradient.forEach { n, c, y, x in gradient[n, c, y, x] /= Double(architecture.standardDeviation[c]) }
    return (gradient.values, tensors)
  }
}
