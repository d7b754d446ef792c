import CKernels

/// Batch normalisation in training (Ioffe and Szegedy 2015), with the ReLU after it: x̂ = (x - μ) / sqrt(σ² + ε),
/// y = γ x̂ + β, with μ and the biased σ² over all pixels of the batch.
///
/// It is three operations: moments of each image as soon as it exists, the batch's statistics, and the normalisation as
/// the first operation of the next stage.
final class NormTraining {
  private let input: TrainingActivation
  private let output: TrainingActivation
  private let relu: Bool
  private let epsilon: Float
  private let kernels: Kernels
  private let cut: TrainingCut
  private let batch: TrainingBatch
  private let gamma: ParameterLayout.Entry
  private let beta: ParameterLayout.Entry
  private let runningMean: ParameterLayout.Entry
  private let runningVariance: ParameterLayout.Entry

  private let features: Int
  /// Two sums a chunk and channel, over the images of the chunk.
  private let sums: AlignedBuffer<Double>
  /// Two sums a worker and channel, over one image.
  private let imageSums: FloatBuffer
  /// Rows of one value a channel; see `Row`.
  private let rows: FloatBuffer

  private enum Row: Int, CaseIterable {
    /// What the moments are taken around: the running mean before the step.
    case center
    case mean
    /// 1 / sqrt(σ² + ε)
    case inverse
    /// γ / sqrt(σ² + ε)
    case scale
    /// β - μ · scale
    case shift
    // The gradient by x as factor * dy + slope * x + offset.
    case factor, slope, offset
  }

  init(
    name: String, epsilon: Float, relu: Bool, from input: TrainingActivation, to output: TrainingActivation,
    layout: ParameterLayout, kernels: Kernels, cut: TrainingCut, workers: Int, batch: TrainingBatch
  ) {
    guard let gamma = layout.parameter("\(name).weight"), let beta = layout.parameter("\(name).bias"),
      let mean = layout.statistic("\(name).running_mean"), let variance = layout.statistic("\(name).running_var")
    else { preconditionFailure("the layout has the tensors of \(name)") }
    self.gamma = gamma
    self.beta = beta
    runningMean = mean
    runningVariance = variance
    self.input = input
    self.output = output
    self.relu = relu
    self.epsilon = epsilon
    self.kernels = kernels
    self.cut = cut
    self.batch = batch
    features = gamma.count
    sums = AlignedBuffer(count: TrainingCut.chunks * 2 * features)
    imageSums = FloatBuffer(count: workers * 2 * features)
    rows = FloatBuffer(count: Row.allCases.count * features)
  }

  private func row(_ row: Row) -> UnsafeMutablePointer<Float> { rows.start + row.rawValue * features }

  /// Remembers what the moments are taken around.
  func prepare() {
    guard let statistics = batch.statistics else { return }
    row(.center).update(from: statistics + runningMean.offset, count: features)
  }

  /// How many values of each channel the batch has.
  private var valuesPerChannel: Double { Double(batch.count * input.plane.height * input.plane.width) }

  private func clearSums(chunk: Int) {
    (sums.start + chunk * 2 * features).update(repeating: 0, count: 2 * features)
  }

  /// Calls `body` with two zeroed rows for one image's sums, then adds them to the chunk's.
  private func addSums(
    chunk: Int, worker: Int, _ body: (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  ) {
    let first = imageSums.start + worker * 2 * features
    first.update(repeating: 0, count: 2 * features)
    body(first, first + features)
    let total = sums.start + chunk * 2 * features
    for index in 0..<2 * features { total[index] += Double(first[index]) }
  }

  /// The chunks' sums of a channel, added in order.
  private func totals(_ channel: Int) -> (Double, Double) {
    var totals = (0.0, 0.0)
    for chunk in 0..<cut.count(of: batch.count) {
      totals.0 += sums.start[chunk * 2 * features + channel]
      totals.1 += sums.start[(chunk * 2 + 1) * features + channel]
    }
    return totals
  }
}

extension NormTraining {
  /// Forward: each image's sums. Backward: the gradient by x.
  struct Moments: SingleImageOperation {
    let norm: NormTraining

    func beginForward(chunk: Int, worker: Int) { norm.clearSums(chunk: chunk) }

    func forward(_ image: Int, chunk: Int, worker: Int) {
      let values = norm.input.values(image, worker) + norm.input.plane.origin
      norm.addSums(chunk: chunk, worker: worker) { sums, squares in
        norm.kernels.table.pointee.moments(norm.input.plane.c, values, norm.row(.center), sums, squares)
      }
    }

    func backward(_ image: Int, chunk: Int, worker: Int) {
      norm.kernels.table.pointee.norm_backward(
        norm.input.plane.c, norm.input.values(image, worker) + norm.input.plane.origin, norm.output.gradientPlane.c,
        norm.output.gradient(image, worker) + norm.output.gradientPlane.origin, norm.row(.factor), norm.row(.slope),
        norm.row(.offset), norm.input.gradientPlane.c,
        norm.input.gradient(image, worker) + norm.input.gradientPlane.origin)
    }
  }

  /// Forward: μ, σ² and the running statistics. Backward: the gradients by γ and β, and what they mean for x.
  struct Statistics: BatchOperation {
    let norm: NormTraining
    let forwardPieces = 1
    let backwardPieces = 1

    /// PyTorch's default: new = (1 - momentum) * old + momentum * batch.
    static let momentum = 0.1

    func forward(piece: Int, worker: Int) {
      guard let parameters = norm.batch.parameters, let statistics = norm.batch.statistics else { return }
      let count = norm.valuesPerChannel
      for channel in 0..<norm.features {
        let (sum, square) = norm.totals(channel)
        let shifted = sum / count
        let mean = Double(norm.row(.center)[channel]) + shifted
        let variance = max(0, square / count - shifted * shifted)
        let inverse = 1 / (variance + Double(norm.epsilon)).squareRoot()
        let scale = Double(parameters[norm.gamma.offset + channel]) * inverse
        norm.row(.mean)[channel] = Float(mean)
        norm.row(.inverse)[channel] = Float(inverse)
        norm.row(.scale)[channel] = Float(scale)
        norm.row(.shift)[channel] = Float(Double(parameters[norm.beta.offset + channel]) - mean * scale)
        update(&statistics[norm.runningMean.offset + channel], towards: mean)
        update(&statistics[norm.runningVariance.offset + channel], towards: variance * count / max(1, count - 1))
      }
    }

    func backward(piece: Int, worker: Int) {
      guard let parameters = norm.batch.parameters, let gradients = norm.batch.gradients else { return }
      let count = norm.valuesPerChannel
      for channel in 0..<norm.features {
        let (sum, product) = norm.totals(channel)
        gradients[norm.beta.offset + channel] = Float(sum)
        gradients[norm.gamma.offset + channel] = Float(product)
        let inverse = Double(norm.row(.inverse)[channel])
        let factor = Double(parameters[norm.gamma.offset + channel]) * inverse
        let slope = -factor * inverse * product / count
        norm.row(.factor)[channel] = Float(factor)
        norm.row(.slope)[channel] = Float(slope)
        norm.row(.offset)[channel] = Float(-factor * sum / count - slope * Double(norm.row(.mean)[channel]))
      }
    }

    private func update(_ running: inout Float, towards value: Double) {
      running = Float((1 - Self.momentum) * Double(running) + Self.momentum * value)
    }
  }

  /// Forward: y, and ReLU. Backward: ReLU's mask and each image's sums.
  struct Application: SingleImageOperation {
    let norm: NormTraining

    func forward(_ image: Int, chunk: Int, worker: Int) {
      norm.kernels.table.pointee.affine(
        norm.input.plane.c, norm.input.values(image, worker) + norm.input.plane.origin, norm.row(.scale),
        norm.row(.shift), norm.relu ? 1 : 0, norm.output.values(image, worker) + norm.output.plane.origin,
        norm.output.plane.rowStride)
    }

    func beginBackward(chunk: Int, worker: Int) { norm.clearSums(chunk: chunk) }

    func backward(_ image: Int, chunk: Int, worker: Int) {
      let values = norm.input.values(image, worker) + norm.input.plane.origin
      let gradient = norm.output.gradient(image, worker) + norm.output.gradientPlane.origin
      norm.addSums(chunk: chunk, worker: worker) { sums, products in
        norm.kernels.table.pointee.norm_backward_sums(
          norm.input.plane.c, values, norm.row(.scale), norm.row(.shift), norm.row(.mean), norm.row(.inverse),
          norm.relu ? 1 : 0, norm.output.gradientPlane.c, gradient, sums, products)
      }
    }
  }
}
