import CKernels

/// A convolution in training: forward, and backward by input and weights in one visit to the image.
final class ConvolutionTraining: ImageOperation {
  let product: PackedProduct
  private let input: TrainingActivation
  private let output: TrainingActivation
  /// Whether anything before this layer learns.
  private let passesGradientOn: Bool
  private let cut: TrainingCut
  private let batch: TrainingBatch
  private let weights: ParameterLayout.Entry
  private let bias: ParameterLayout.Entry?
  /// One gradient a chunk, `[R][S * C][K]`, then `(K)` for the bias.
  private let partials: FloatBuffer
  private let partialCount: Int
  private let scratch: FloatBuffer
  private let scratchCount: Int
  private let spread: FloatBuffer

  init(
    _ product: PackedProduct, from input: TrainingActivation, to output: TrainingActivation, passesGradientOn: Bool,
    weights: ParameterLayout.Entry, bias: ParameterLayout.Entry?, cut: TrainingCut, workers: Int, batch: TrainingBatch
  ) {
    let shape = product.shape
    self.product = product
    self.input = input
    self.output = output
    self.passesGradientOn = passesGradientOn
    self.weights = weights
    self.bias = bias
    self.cut = cut
    self.batch = batch
    input.plane.halo = max(input.plane.halo, shape.padding)
    output.gradientPlane.halo = shape.stride == 1 ? shape.gradientHalo : 0
    partialCount = weights.count + shape.output
    partials = FloatBuffer(count: partialCount * TrainingCut.chunks)
    scratchCount = ck_weight_gradient_scratch(
      product.kernels.table, shape.rows(output.plane.height, from: input.plane, to: output.plane), shape.output)
    scratch = FloatBuffer(count: scratchCount * workers)
    spread = FloatBuffer(count: shape.stride > 1 ? shape.gradientPlane(input: input.plane).count * workers : 0)
  }

  /// Packs the step's weights for both directions.
  func prepare() {
    guard let parameters = batch.parameters else { return }
    product.packForward(parameters + weights.offset)
    if passesGradientOn { product.packBackward(parameters + weights.offset) }
    if let bias { product.bias.start.update(from: parameters + bias.offset, count: bias.count) }
  }

  func forward(_ image: Int, chunk: Int, worker: Int) {
    let shape = product.shape
    ck_multiply(
      product.kernels.table, shape.rows(output.plane.height, from: input.plane, to: output.plane),
      shape.depth(in: input.plane), input.values(image, worker) + shape.firstPatch(in: input.plane),
      product.forward.start, product.bias.start, shape.output, 0, output.values(image, worker) + output.plane.origin)
  }

  func beginBackward(chunk: Int) {
    (partials.start + chunk * partialCount).update(repeating: 0, count: partialCount)
  }

  func backward(_ image: Int, chunk: Int, worker: Int) {
    let shape = product.shape
    let gradient = output.gradient(image, worker)
    let partial = partials.start + chunk * partialCount
    ck_weight_gradient(
      product.kernels.table, shape.rows(output.plane.height, from: input.plane, to: output.gradientPlane),
      shape.depth(in: input.plane), input.values(image, worker) + shape.firstPatch(in: input.plane),
      gradient + output.gradientPlane.origin, shape.output, scratch.start + worker * scratchCount, partial)
    if bias != nil {
      product.kernels.table.pointee.add_pixels(
        output.gradientPlane.c, gradient + output.gradientPlane.origin, partial + weights.count)
    }
    guard passesGradientOn else { return }
    var source = UnsafePointer(gradient)
    var plane = output.gradientPlane
    if shape.stride > 1 {
      plane = shape.gradientPlane(input: input.plane)
      let apart = spread.start + worker * plane.count
      shape.spread(gradient, output.gradientPlane, to: apart, plane)
      source = UnsafePointer(apart)
    }
    product.backward(
      from: source, plane, to: input.gradient(image, worker) + input.gradientPlane.origin, input.gradientPlane,
      rows: 0..<input.plane.height)
  }

  /// Adds the chunks' gradients of output channels `channels` in the order of the chunks, in PyTorch's layout.
  func collect(_ channels: Range<Int>) {
    guard let gradients = batch.gradients else { return }
    let shape = product.shape
    let window = shape.kernel * shape.kernel
    let chunks = cut.count(of: batch.count)
    for tap in 0..<window {
      for channel in 0..<shape.input {
        let row = partials.start + (tap * shape.input + channel) * shape.output
        for output in channels {
          var sum: Float = 0
          for chunk in 0..<chunks { sum += row[chunk * partialCount + output] }
          gradients[weights.offset + (output * shape.input + channel) * window + tap] = sum
        }
      }
    }
    guard let bias else { return }
    for output in channels {
      var sum: Float = 0
      for chunk in 0..<chunks { sum += partials.start[chunk * partialCount + weights.count + output] }
      gradients[bias.offset + output] = sum
    }
  }
}
