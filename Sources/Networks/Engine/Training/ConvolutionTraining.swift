import CKernels

/// A convolution in training: forward, and backward by input and weights in one visit to the images.
final class ConvolutionTraining: ImageOperation {
  let convolution: any PreparedConvolution
  private let input: TrainingActivation
  private let output: TrainingActivation
  /// Whether anything before this layer learns.
  private let passesGradientOn: Bool
  private let cut: TrainingCut
  private let batch: TrainingBatch
  private let weights: ParameterLayout.Entry
  private let bias: ParameterLayout.Entry?
  /// One gradient a chunk, `[R][S][C / groups][K]`, then `(K)` for the bias.
  private let partials: FloatBuffer
  private let partialCount: Int
  /// One chunk's sums, and scratch, for each worker.
  private let sums: FloatBuffer
  private let scratch: FloatBuffer
  private let scratchCount: Int

  init(
    _ convolution: any PreparedConvolution, from input: TrainingActivation, to output: TrainingActivation,
    passesGradientOn: Bool, weights: ParameterLayout.Entry, bias: ParameterLayout.Entry?, cut: TrainingCut,
    workers: Int, batch: TrainingBatch
  ) {
    self.convolution = convolution
    self.input = input
    self.output = output
    self.passesGradientOn = passesGradientOn
    self.weights = weights
    self.bias = bias
    self.cut = cut
    self.batch = batch
    input.plane.halo = max(input.plane.halo, convolution.shape.window.padding.largest)
    output.gradientPlane.halo = convolution.gradientHalo
    partialCount = weights.count + convolution.shape.output
    partials = FloatBuffer(count: partialCount * TrainingCut.chunks)
    sums = FloatBuffer(count: convolution.weightGradientCount * workers)
    scratchCount = max(
      convolution.scratchCount,
      convolution.weightGradientScratch(input: input.plane, gradient: output.gradientPlane))
    scratch = FloatBuffer(count: scratchCount * workers)
  }

  var imagesTogether: Int { convolution.imagesTogether }

  /// Packs the step's weights for both directions.
  func prepare() {
    guard let parameters = batch.parameters else { return }
    convolution.packForward(parameters + weights.offset)
    if passesGradientOn { convolution.packBackward(parameters + weights.offset) }
    if let bias { convolution.packBias(parameters + bias.offset) }
  }

  func forward(_ images: Range<Int>, chunk: Int, worker: Int) {
    convolution.forward(
      images.count, from: input.values(images.lowerBound, worker), input.plane,
      to: output.values(images.lowerBound, worker), output.plane,
      part: ConvolutionPart(rows: 0..<output.plane.height, panels: 0..<convolution.panels), ending: ConvolutionEnding(),
      scratch: scratch.start + worker * scratchCount)
  }

  func beginBackward(chunk: Int, worker: Int) {
    workerSums(worker).update(repeating: 0, count: convolution.weightGradientCount)
    (partials.start + chunk * partialCount + weights.count).update(repeating: 0, count: convolution.shape.output)
  }

  func backward(_ images: Range<Int>, chunk: Int, worker: Int) {
    let gradient = output.gradient(images.lowerBound, worker)
    let scratch = scratch.start + worker * scratchCount
    convolution.addWeightGradient(
      images.count, from: input.values(images.lowerBound, worker), input.plane, gradient, output.gradientPlane,
      to: workerSums(worker), scratch: scratch)
    if bias != nil {
      for image in images {
        convolution.kernels.table.pointee.add_pixels(
          output.gradientPlane.c, output.gradient(image, worker) + output.gradientPlane.origin,
          partials.start + chunk * partialCount + weights.count)
      }
    }
    guard passesGradientOn else { return }
    convolution.backward(
      images.count, from: gradient, output.gradientPlane, to: input.gradient(images.lowerBound, worker),
      input.gradientPlane, rows: 0..<input.plane.height, scratch: scratch)
  }

  func endBackward(chunk: Int, worker: Int) {
    convolution.finishWeightGradient(workerSums(worker), to: partials.start + chunk * partialCount)
  }

  private func workerSums(_ worker: Int) -> UnsafeMutablePointer<Float> {
    sums.start + worker * convolution.weightGradientCount
  }

  /// Adds the chunks' gradients of output channels `channels` in the order of the chunks, in PyTorch's layout.
  ///
  /// - Precondition: there are at most `collected` channels.
  func collect(_ channels: Range<Int>) {
    guard let gradients = batch.gradients else { return }
    let shape = convolution.shape
    let window = shape.window.area
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.collected) { sums in
      let inputs = shape.input / shape.groups
      for tap in 0..<window {
        for channel in 0..<inputs {
          add(at: (tap * inputs + channel) * shape.output + channels.lowerBound, channels.count, into: sums)
          var target = gradients + weights.offset + (channels.lowerBound * inputs + channel) * window + tap
          for index in 0..<channels.count {
            target.pointee = sums[index]
            target += inputs * window
          }
        }
      }
      guard let bias else { return }
      add(at: weights.count + channels.lowerBound, channels.count, into: sums)
      for index in 0..<channels.count { gradients[bias.offset + channels.lowerBound + index] = sums[index] }
    }
  }

  /// How many output channels are collected in one piece of work.
  static let collected = 16

  /// The sum over the chunks of `count` neighbouring values.
  private func add(at offset: Int, _ count: Int, into sums: UnsafeMutableBufferPointer<Float>) {
    sums.update(repeating: 0)
    for chunk in 0..<cut.count(of: batch.count) {
      let row = partials.start + chunk * partialCount + offset
      for index in 0..<count { sums[index] += row[index] }
    }
  }
}
