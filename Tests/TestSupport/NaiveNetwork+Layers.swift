import Foundation
import Networks

extension NaiveNetwork {
  func forward(_ node: Graph.Node, _ inputs: [Volume]) -> Volume {
    let x = inputs[0]
    let plane = graph.plane(of: node.output)
    var y = Volume(x.count, plane.channels, plane.height, plane.width)
    switch node.operation {
    case .convolution(let shape, let hasBias):
      let weights = tensors["\(node.name).weight"]!
      y.forEach { n, k, row, column in
        var sum = hasBias ? tensors["\(node.name).bias"]![k] : 0
        forEachWeight(shape, k, x, row, column) { index, c, v, u in sum += x[n, c, v, u] * weights[index] }
        y[n, k, row, column] = sum
      }
    case .linear(let input, _, let hasBias):
      let weights = tensors["\(node.name).weight"]!
      y.forEach { n, k, _, _ in
        y[n, k, 0, 0] =
          (hasBias ? tensors["\(node.name).bias"]![k] : 0)
          + (0..<input).reduce(0) { $0 + x.values[n * input + $1] * weights[k * input + $1] }
      }
    case .norm(_, let epsilon):
      let (mean, variance) = statistics(node.name, x)
      y.forEach { n, c, row, column in
        y[n, c, row, column] =
          (x[n, c, row, column] - mean[c]) / (variance[c] + Double(epsilon)).squareRoot()
          * tensors["\(node.name).weight"]![c] + tensors["\(node.name).bias"]![c]
      }
    case .activation(let activation): y.values = x.values.map { activation.value($0) }
    case .maxPool(let window):
      y.forEach { n, c, row, column in
        y[n, c, row, column] = -.infinity
        forEachTap(window, x, row, column) { _, _, v, u in
          y[n, c, row, column] = max(y[n, c, row, column], x[n, c, v, u])
        }
      }
    case .averagePool(let window, let countsPadding):
      y.forEach { n, c, row, column in
        let share = 1 / Double(countsPadding ? window.area : taps(window, x, row, column))
        forEachTap(window, x, row, column) { _, _, v, u in y[n, c, row, column] += x[n, c, v, u] * share }
      }
    case .globalAveragePool:
      x.forEach { n, c, row, column in y[n, c, 0, 0] += x[n, c, row, column] / Double(x.height * x.width) }
    case .add: y.values = zip(x.values, inputs[1].values).map(+)
    case .join:
      y.forEach { n, c, row, column in
        let (index, channel) = part(c, of: inputs)
        y[n, c, row, column] = inputs[index][n, channel, row, column]
      }
    case .scale: y.forEach { n, c, row, column in y[n, c, row, column] = x[n, c, row, column] * inputs[1][n, c, 0, 0] }
    case .flatten(let order):
      x.forEach { n, c, row, column in y[n, flatIndex(order, x, c, row, column), 0, 0] = x[n, c, row, column] }
    case .dropout: y.values = x.values
    }
    return y
  }

  /// The gradient by each input; those by tensors are added to `gradients`.
  func backward(
    _ node: Graph.Node, _ inputs: [Volume], _ y: Volume, _ dy: Volume, _ gradients: inout [String: [Double]]
  ) -> [Volume] {
    let x = inputs[0]
    var dx = x.zeros
    switch node.operation {
    case .convolution(let shape, let hasBias):
      let weights = tensors["\(node.name).weight"]!
      var dWeights = [Double](repeating: 0, count: weights.count)
      var dBias = [Double](repeating: 0, count: y.channels)
      y.forEach { n, k, row, column in
        let d = dy[n, k, row, column]
        dBias[k] += d
        forEachWeight(shape, k, x, row, column) { index, c, v, u in
          dx[n, c, v, u] += d * weights[index]
          dWeights[index] += d * x[n, c, v, u]
        }
      }
      gradients["\(node.name).weight"] = dWeights
      if hasBias { gradients["\(node.name).bias"] = dBias }
    case .linear(let input, let output, let hasBias):
      let weights = tensors["\(node.name).weight"]!
      var dWeights = [Double](repeating: 0, count: weights.count)
      var dBias = [Double](repeating: 0, count: output)
      y.forEach { n, k, _, _ in
        let d = dy[n, k, 0, 0]
        dBias[k] += d
        for i in 0..<input {
          dx.values[n * input + i] += d * weights[k * input + i]
          dWeights[k * input + i] += d * x.values[n * input + i]
        }
      }
      gradients["\(node.name).weight"] = dWeights
      if hasBias { gradients["\(node.name).bias"] = dBias }
    case .norm(_, let epsilon): normBackward(node.name, Double(epsilon), x, dy, &dx, &gradients)
    case .activation(let activation): dx.values = zip(x.values, dy.values).map { activation.slope($0) * $1 }
    case .maxPool(let window):
      y.forEach { n, c, row, column in
        var taken = false
        forEachTap(window, x, row, column) { _, _, v, u in
          guard !taken, x[n, c, v, u] == y[n, c, row, column] else { return }
          taken = true
          dx[n, c, v, u] += dy[n, c, row, column]
        }
      }
    case .averagePool(let window, let countsPadding):
      y.forEach { n, c, row, column in
        let share = 1 / Double(countsPadding ? window.area : taps(window, x, row, column))
        forEachTap(window, x, row, column) { _, _, v, u in dx[n, c, v, u] += dy[n, c, row, column] * share }
      }
    case .globalAveragePool:
      x.forEach { n, c, row, column in dx[n, c, row, column] = dy[n, c, 0, 0] / Double(x.height * x.width) }
    case .add: return [dy, dy]
    case .join:
      var parts = inputs.map(\.zeros)
      y.forEach { n, c, row, column in
        let (index, channel) = part(c, of: inputs)
        parts[index][n, channel, row, column] = dy[n, c, row, column]
      }
      return parts
    case .scale:
      var factors = inputs[1].zeros
      y.forEach { n, c, row, column in
        dx[n, c, row, column] = dy[n, c, row, column] * inputs[1][n, c, 0, 0]
        factors[n, c, 0, 0] += dy[n, c, row, column] * x[n, c, row, column]
      }
      return [dx, factors]
    case .flatten(let order):
      x.forEach { n, c, row, column in dx[n, c, row, column] = dy[n, flatIndex(order, x, c, row, column), 0, 0] }
    case .dropout: dx.values = dy.values
    }
    return [dx]
  }

  /// Which of the joined inputs has channel `channel` of the join, and as which of its own.
  private func part(_ channel: Int, of inputs: [Volume]) -> (index: Int, channel: Int) {
    var (index, own) = (0, channel)
    while own >= inputs[index].channels {
      own -= inputs[index].channels
      index += 1
    }
    return (index, own)
  }

  private func flatIndex(_ order: Graph.FlatOrder, _ x: Volume, _ c: Int, _ row: Int, _ column: Int) -> Int {
    switch order {
    case .channelsFirst: (c * x.height + row) * x.width + column
    case .channelsLast: (row * x.width + column) * x.channels + c
    }
  }

  /// Calls `body` for each weight of output channel `k`, with its index and the input value that it meets.
  private func forEachWeight(
    _ shape: ConvolutionShape, _ k: Int, _ x: Volume, _ row: Int, _ column: Int,
    _ body: (_ index: Int, _ c: Int, _ y: Int, _ x: Int) -> Void
  ) {
    let inputs = shape.input / shape.groups
    let first = k / (shape.output / shape.groups) * inputs
    forEachTap(shape.window, x, row, column) { r, s, v, u in
      for c in 0..<inputs {
        body(((k * inputs + c) * shape.window.height + r) * shape.window.width + s, first + c, v, u)
      }
    }
  }

  /// Calls `body` for each tap of a window that falls on the image.
  private func forEachTap(
    _ window: Window, _ x: Volume, _ row: Int, _ column: Int, _ body: (_ r: Int, _ s: Int, _ y: Int, _ x: Int) -> Void
  ) {
    for r in 0..<window.height {
      for s in 0..<window.width {
        let v = row * window.strideDown + r - window.padding.top
        let u = column * window.strideAcross + s - window.padding.left
        if x.contains(v, u) { body(r, s, v, u) }
      }
    }
  }

  /// How many taps fall on the image.
  private func taps(_ window: Window, _ x: Volume, _ row: Int, _ column: Int) -> Int {
    var count = 0
    forEachTap(window, x, row, column) { _, _, _, _ in count += 1 }
    return count
  }

  private func normBackward(
    _ name: String, _ epsilon: Double, _ x: Volume, _ dy: Volume, _ dx: inout Volume,
    _ gradients: inout [String: [Double]]
  ) {
    let gamma = tensors["\(name).weight"]!
    let (mean, variance) = statistics(name, x)
    let inverse = variance.map { 1 / ($0 + epsilon).squareRoot() }
    var dGamma = [Double](repeating: 0, count: x.channels)
    var dBeta = dGamma
    x.forEach { n, c, row, column in
      dBeta[c] += dy[n, c, row, column]
      dGamma[c] += dy[n, c, row, column] * (x[n, c, row, column] - mean[c]) * inverse[c]
    }
    let count = Double(x.count * x.height * x.width)
    x.forEach { n, c, row, column in
      let normalized = (x[n, c, row, column] - mean[c]) * inverse[c]
      let correction = usesBatchStatistics ? (dBeta[c] + normalized * dGamma[c]) / count : 0
      dx[n, c, row, column] = gamma[c] * inverse[c] * (dy[n, c, row, column] - correction)
    }
    gradients["\(name).weight"] = dGamma
    gradients["\(name).bias"] = dBeta
  }

  /// Mean and variance of each channel: running ones, or the batch's (biased variance).
  package func statistics(_ name: String, _ x: Volume) -> (mean: [Double], variance: [Double]) {
    guard usesBatchStatistics else { return (tensors["\(name).running_mean"]!, tensors["\(name).running_var"]!) }
    let count = Double(x.count * x.height * x.width)
    var mean = [Double](repeating: 0, count: x.channels)
    var variance = mean
    x.forEach { n, c, row, column in mean[c] += x[n, c, row, column] / count }
    x.forEach { n, c, row, column in variance[c] += pow(x[n, c, row, column] - mean[c], 2) / count }
    return (mean, variance)
  }
}
