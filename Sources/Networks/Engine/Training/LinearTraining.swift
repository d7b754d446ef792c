import CKernels

/// A linear layer in training: all images are the rows of one product.
final class LinearTraining: BatchOperation {
  let product: PackedProduct
  private let input: TrainingActivation
  private let output: TrainingActivation
  private let passesGradientOn: Bool
  private let batch: TrainingBatch
  private let weights: ParameterLayout.Entry
  private let bias: ParameterLayout.Entry?
  private let scratch: FloatBuffer
  private let scratchCount: Int

  /// Output features whose weights' gradient is one piece of work.
  private static let gradientFeatures = 64
  /// Panels of the input's gradient that are one piece of work.
  private static let gradientPanels = 16

  init(
    _ product: PackedProduct, from input: TrainingActivation, to output: TrainingActivation, passesGradientOn: Bool,
    weights: ParameterLayout.Entry, bias: ParameterLayout.Entry?, batchSize: Int, workers: Int, batch: TrainingBatch
  ) {
    self.product = product
    self.input = input
    self.output = output
    self.passesGradientOn = passesGradientOn
    self.batch = batch
    self.weights = weights
    self.bias = bias
    scratchCount = ck_weight_gradient_scratch(
      product.kernels.table,
      ck_rows(outer: 1, inner: batchSize, input_outer: 0, input_inner: 0, output_outer: 0, output_inner: 0),
      product.shape.input)
    scratch = FloatBuffer(count: scratchCount * workers)
  }

  /// Packs the step's weights for both directions.
  func prepare() {
    guard let parameters = batch.parameters else { return }
    product.packForward(parameters + weights.offset)
    if passesGradientOn { product.packBackward(parameters + weights.offset) }
    if let bias { product.packBias(parameters + bias.offset) }
  }

  private var panel: Int { product.kernels.panel }
  private var weightPieces: Int { (product.shape.output + Self.gradientFeatures - 1) / Self.gradientFeatures }

  /// One piece a panel of outputs.
  var forwardPieces: Int { (product.shape.output + panel - 1) / panel }

  func forward(piece: Int, worker: Int) {
    let first = piece * panel
    multiply(
      depth: product.shape.input, input.values(0, 0), apart: input.plane.count, product.forward.start,
      product.bias.start, first..<min(first + panel, product.shape.output), output.values(0, 0),
      apart: output.plane.count)
  }

  /// The weights' gradient first, then the input's.
  var backwardPieces: Int {
    let width = Self.gradientPanels * panel
    return weightPieces + (passesGradientOn ? (product.shape.input + width - 1) / width : 0)
  }

  func backward(piece: Int, worker: Int) {
    if piece < weightPieces {
      let first = piece * Self.gradientFeatures
      gradient(first..<min(first + Self.gradientFeatures, product.shape.output), worker: worker)
    } else {
      let width = Self.gradientPanels * panel
      let first = (piece - weightPieces) * width
      multiply(
        depth: product.shape.output, output.gradient(0, 0), apart: output.gradientPlane.count, product.backward.start,
        product.zeros.start, first..<min(first + width, product.shape.input), input.gradient(0, 0),
        apart: input.gradientPlane.count)
    }
  }

  private func multiply(
    depth: Int, _ rows: UnsafePointer<Float>, apart rowStride: Int, _ packed: UnsafePointer<Float>,
    _ bias: UnsafePointer<Float>, _ columns: Range<Int>, _ result: UnsafeMutablePointer<Float>, apart resultStride: Int
  ) {
    let grid = ck_rows(
      outer: 1, inner: batch.count, input_outer: 0, input_inner: rowStride, output_outer: 0,
      output_inner: resultStride)
    ck_multiply(
      product.kernels.table, grid, ck_depth(runs: 1, run_length: depth, run_stride: 0), rows,
      packed + columns.lowerBound * depth, bias + columns.lowerBound, columns.count, 0, result + columns.lowerBound)
  }

  /// dW[o][i] = sum over the images of dy[o] * x[i], for the outputs `features`.
  private func gradient(_ features: Range<Int>, worker: Int) {
    guard let gradients = batch.gradients else { return }
    let target = gradients + weights.offset + features.lowerBound * product.shape.input
    target.update(repeating: 0, count: features.count * product.shape.input)
    let grid = ck_rows(
      outer: 1, inner: batch.count, input_outer: 0, input_inner: output.gradientPlane.count, output_outer: 0,
      output_inner: input.plane.count)
    ck_weight_gradient(
      product.kernels.table, grid, ck_depth(runs: 1, run_length: features.count, run_stride: 0),
      output.gradient(0, 0) + features.lowerBound, input.values(0, 0), product.shape.input,
      scratch.start + worker * scratchCount, target)
    guard let bias else { return }
    for feature in features {
      var sum: Float = 0
      for image in 0..<batch.count { sum += output.gradient(image, 0)[feature] }
      gradients[bias.offset + feature] = sum
    }
  }
}
