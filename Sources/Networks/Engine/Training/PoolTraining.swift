import CKernels

/// Max pooling in training; each image keeps where its maxima stood.
final class MaxPoolTraining: SingleImageOperation {
  private let input: TrainingActivation
  private let output: TrainingActivation
  private let window: Window
  private let kernels: Kernels
  private let places: ByteBuffer

  init(
    _ window: Window, from input: TrainingActivation, to output: TrainingActivation, kernels: Kernels, batchSize: Int
  ) {
    self.window = window
    self.input = input
    self.output = output
    self.kernels = kernels
    places = ByteBuffer(count: output.plane.values * batchSize)
  }

  func forward(_ image: Int, chunk: Int, worker: Int) {
    let values = input.values(image, worker) + input.plane.origin
    kernels.table.pointee.max_pool(
      input.plane.c, values, window.c, 0, output.plane.c, output.values(image, worker) + output.plane.origin)
    kernels.table.pointee.max_pool_places(
      input.plane.c, values, window.c, 0, output.plane.c, places.start + image * output.plane.values)
  }

  func backward(_ image: Int, chunk: Int, worker: Int) {
    let target = input.gradient(image, worker) + input.gradientPlane.origin
    input.gradientPlane.clear(target, rows: input.plane.height)
    kernels.table.pointee.max_pool_scatter(
      output.gradientPlane.c, output.gradient(image, worker) + output.gradientPlane.origin,
      places.start + image * output.plane.values, window.c, 0, input.gradientPlane.c, target)
  }
}

/// Average pooling in training.
struct AveragePoolTraining: SingleImageOperation {
  let window: Window
  let countsPadding: Bool
  let input: TrainingActivation
  let output: TrainingActivation
  let kernels: Kernels

  func forward(_ image: Int, chunk: Int, worker: Int) {
    kernels.table.pointee.average_pool(
      input.plane.c, input.values(image, worker) + input.plane.origin, window.c, countsPadding ? 1 : 0, 0,
      output.plane.c, output.values(image, worker) + output.plane.origin)
  }

  func backward(_ image: Int, chunk: Int, worker: Int) {
    let target = input.gradient(image, worker) + input.gradientPlane.origin
    input.gradientPlane.clear(target, rows: input.plane.height)
    kernels.table.pointee.average_pool_backward(
      output.gradientPlane.c, output.gradient(image, worker) + output.gradientPlane.origin, window.c,
      countsPadding ? 1 : 0, 0, input.gradientPlane.c, target)
  }
}
