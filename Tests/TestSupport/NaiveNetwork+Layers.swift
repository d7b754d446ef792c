import Foundation
import Networks

extension NaiveNetwork {
  func forward(_ layer: Layer, _ x: Volume) -> Volume {
    switch layer.kind {
    case .convolution(let input, let output, let kernel, let stride, let padding, let hasBias):
      var y = Volume(
        x.count, output, (x.height + 2 * padding - kernel) / stride + 1, (x.width + 2 * padding - kernel) / stride + 1)
      let weights = tensors["\(layer.name).weight"]!
      y.forEach { n, k, row, column in
        var sum = hasBias ? tensors["\(layer.name).bias"]![k] : 0
        forEachTap(x, row, column, kernel, stride, padding) { r, s, v, u in
          for c in 0..<input { sum += x[n, c, v, u] * weights[((k * input + c) * kernel + r) * kernel + s] }
        }
        y[n, k, row, column] = sum
      }
      return y
    case .linear(let input, let output, let hasBias):
      var y = Volume(x.count, output, 1, 1)
      y.forEach { n, k, _, _ in
        y[n, k, 0, 0] =
          (hasBias ? tensors["\(layer.name).bias"]![k] : 0)
          + (0..<input).reduce(0) { $0 + x.values[n * input + $1] * tensors["\(layer.name).weight"]![k * input + $1] }
      }
      return y
    case .batchNorm(_, let epsilon):
      let (mean, variance) = statistics(layer.name, x)
      var y = x
      y.forEach { n, c, row, column in
        y[n, c, row, column] =
          (x[n, c, row, column] - mean[c]) / (variance[c] + Double(epsilon)).squareRoot()
          * tensors["\(layer.name).weight"]![c] + tensors["\(layer.name).bias"]![c]
      }
      return y
    case .relu:
      var y = x
      y.values = x.values.map { max(0, $0) }
      return y
    case .maxPool(let kernel, let stride):
      var y = Volume(x.count, x.channels, (x.height - kernel) / stride + 1, (x.width - kernel) / stride + 1)
      y.forEach { n, c, row, column in
        y[n, c, row, column] = -.infinity
        forEachTap(x, row, column, kernel, stride, 0) { _, _, v, u in
          y[n, c, row, column] = max(y[n, c, row, column], x[n, c, v, u])
        }
      }
      return y
    case .averagePool(let kernel, let stride):
      var y = Volume(x.count, x.channels, (x.height - kernel) / stride + 1, (x.width - kernel) / stride + 1)
      y.forEach { n, c, row, column in
        forEachTap(x, row, column, kernel, stride, 0) { _, _, v, u in
          y[n, c, row, column] += x[n, c, v, u] / Double(kernel * kernel)
        }
      }
      return y
    case .globalAveragePool:
      var y = Volume(x.count, x.channels, 1, 1)
      x.forEach { n, c, row, column in y[n, c, 0, 0] += x[n, c, row, column] / Double(x.height * x.width) }
      return y
    case .flatten:
      var y = Volume(x.count, x.channels * x.height * x.width, 1, 1)
      y.values = x.values
      return y
    case .dropout: return x
    }
  }

  func backward(
    _ layer: Layer, _ x: Volume, _ y: Volume, _ dy: Volume, _ gradients: inout [String: [Double]]
  ) -> Volume {
    var dx = x
    dx.values = [Double](repeating: 0, count: x.values.count)
    switch layer.kind {
    case .convolution(let input, _, let kernel, let stride, let padding, let hasBias):
      let weights = tensors["\(layer.name).weight"]!
      var dWeights = [Double](repeating: 0, count: weights.count)
      var dBias = [Double](repeating: 0, count: y.channels)
      y.forEach { n, k, row, column in
        let d = dy[n, k, row, column]
        dBias[k] += d
        forEachTap(x, row, column, kernel, stride, padding) { r, s, v, u in
          for c in 0..<input {
            dx[n, c, v, u] += d * weights[((k * input + c) * kernel + r) * kernel + s]
            dWeights[((k * input + c) * kernel + r) * kernel + s] += d * x[n, c, v, u]
          }
        }
      }
      gradients["\(layer.name).weight"] = dWeights
      if hasBias { gradients["\(layer.name).bias"] = dBias }
    case .linear(let input, let output, let hasBias):
      let weights = tensors["\(layer.name).weight"]!
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
      gradients["\(layer.name).weight"] = dWeights
      if hasBias { gradients["\(layer.name).bias"] = dBias }
    case .batchNorm(_, let epsilon):
      normBackward(layer.name, Double(epsilon), x, dy, &dx, &gradients)
    case .relu:
      for index in x.values.indices { dx.values[index] = x.values[index] > 0 ? dy.values[index] : 0 }
    case .maxPool(let kernel, let stride):
      y.forEach { n, c, row, column in
        var taken = false
        forEachTap(x, row, column, kernel, stride, 0) { _, _, v, u in
          guard !taken, x[n, c, v, u] == y[n, c, row, column] else { return }
          taken = true
          dx[n, c, v, u] += dy[n, c, row, column]
        }
      }
    case .averagePool(let kernel, let stride):
      y.forEach { n, c, row, column in
        forEachTap(x, row, column, kernel, stride, 0) { _, _, v, u in
          dx[n, c, v, u] += dy[n, c, row, column] / Double(kernel * kernel)
        }
      }
    case .globalAveragePool:
      x.forEach { n, c, row, column in dx[n, c, row, column] = dy[n, c, 0, 0] / Double(x.height * x.width) }
    case .flatten, .dropout: dx.values = dy.values
    }
    return dx
  }

  /// Calls `body` for each tap of a window that falls on the image.
  private func forEachTap(
    _ x: Volume, _ row: Int, _ column: Int, _ kernel: Int, _ stride: Int, _ padding: Int,
    _ body: (_ r: Int, _ s: Int, _ y: Int, _ x: Int) -> Void
  ) {
    for r in 0..<kernel {
      for s in 0..<kernel where x.contains(row * stride + r - padding, column * stride + s - padding) {
        body(r, s, row * stride + r - padding, column * stride + s - padding)
      }
    }
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
