import CKernels

/// A value that several operations read: backward, the gradients of its branches add up in the order of the readers.
struct BranchTraining: SingleImageOperation {
  let value: TrainingActivation
  let branches: [TrainingActivation]
  let kernels: Kernels

  func forward(_ image: Int, chunk: Int, worker: Int) {}

  func backward(_ image: Int, chunk: Int, worker: Int) {
    let target = value.gradient(image, worker) + value.gradientPlane.origin
    let stride = value.gradientPlane.rowStride
    value.gradientPlane.clear(target, rows: value.gradientPlane.height)
    for branch in branches {
      kernels.table.pointee.add(
        value.gradientPlane.c, target, branch.gradient(image, worker) + branch.gradientPlane.origin,
        branch.gradientPlane.rowStride, 0, target, stride)
    }
  }
}

/// The sum of two values.
struct AdditionTraining: SingleImageOperation {
  let inputs: [TrainingActivation]
  let output: TrainingActivation
  let kernels: Kernels

  func forward(_ image: Int, chunk: Int, worker: Int) {
    let (first, second) = (inputs[0], inputs[1])
    kernels.table.pointee.add(
      first.plane.c, first.values(image, worker) + first.plane.origin,
      second.values(image, worker) + second.plane.origin, second.plane.rowStride, 0,
      output.values(image, worker) + output.plane.origin, output.plane.rowStride)
  }

  func backward(_ image: Int, chunk: Int, worker: Int) {
    for input in inputs {
      Plane.copy(
        output.plane.channels, rows: 0..<output.plane.height, from: output.gradient(image, worker),
        output.gradientPlane, channel: 0, to: input.gradient(image, worker), input.gradientPlane, channel: 0)
    }
  }
}

/// The channels of several values one behind the other.
struct JoinTraining: SingleImageOperation {
  let inputs: [TrainingActivation]
  let output: TrainingActivation

  func forward(_ image: Int, chunk: Int, worker: Int) {
    forEachPart { input, channel in
      Plane.copy(
        input.plane.channels, rows: 0..<input.plane.height, from: input.values(image, worker), input.plane, channel: 0,
        to: output.values(image, worker), output.plane, channel: channel)
    }
  }

  func backward(_ image: Int, chunk: Int, worker: Int) {
    forEachPart { input, channel in
      Plane.copy(
        input.plane.channels, rows: 0..<input.plane.height, from: output.gradient(image, worker),
        output.gradientPlane, channel: channel, to: input.gradient(image, worker), input.gradientPlane, channel: 0)
    }
  }

  private func forEachPart(_ body: (_ input: TrainingActivation, _ channel: Int) -> Void) {
    var channel = 0
    for input in inputs {
      body(input, channel)
      channel += input.plane.channels
    }
  }
}

/// Each channel of the first value times the second's.
struct ScaleTraining: SingleImageOperation {
  let inputs: [TrainingActivation]
  let output: TrainingActivation
  let kernels: Kernels

  func forward(_ image: Int, chunk: Int, worker: Int) {
    let (values, factors) = (inputs[0], inputs[1])
    kernels.table.pointee.scale(
      values.plane.c, values.values(image, worker) + values.plane.origin,
      factors.values(image, worker) + factors.plane.origin, output.values(image, worker) + output.plane.origin,
      output.plane.rowStride)
  }

  func backward(_ image: Int, chunk: Int, worker: Int) {
    let (values, factors) = (inputs[0], inputs[1])
    let gradient = output.gradient(image, worker) + output.gradientPlane.origin
    kernels.table.pointee.scale(
      output.gradientPlane.c, gradient, factors.values(image, worker) + factors.plane.origin,
      values.gradient(image, worker) + values.gradientPlane.origin, values.gradientPlane.rowStride)
    let sums = factors.gradient(image, worker) + factors.gradientPlane.origin
    sums.update(repeating: 0, count: factors.plane.channels)
    for row in 0..<values.plane.height {
      // A row of the values stands without gaps, as factors do.
      kernels.table.pointee.sum_products(
        output.gradientPlane.c(row..<row + 1), gradient + row * output.gradientPlane.rowStride,
        values.values(image, worker) + values.plane.start(of: row..<row), sums)
    }
  }
}

/// A function of each value that is no ReLU; each image keeps its slopes.
final class ActivationTraining: SingleImageOperation {
  private let activation: Activation
  private let input: TrainingActivation
  private let output: TrainingActivation
  private let kernels: Kernels
  private let slopes: FloatBuffer

  init(
    _ activation: Activation, from input: TrainingActivation, to output: TrainingActivation, kernels: Kernels,
    batchSize: Int
  ) {
    self.activation = activation
    self.input = input
    self.output = output
    self.kernels = kernels
    slopes = FloatBuffer(count: output.plane.values * batchSize)
  }

  func forward(_ image: Int, chunk: Int, worker: Int) {
    let (function, a, b) = activation.c
    kernels.table.pointee.activate(
      input.plane.c, input.values(image, worker) + input.plane.origin, function, a, b,
      output.values(image, worker) + output.plane.origin, output.plane.rowStride,
      slopes.start + image * output.plane.values)
  }

  func backward(_ image: Int, chunk: Int, worker: Int) {
    kernels.table.pointee.multiply_values(
      output.gradientPlane.c, output.gradient(image, worker) + output.gradientPlane.origin,
      slopes.start + image * output.plane.values, input.gradient(image, worker) + input.gradientPlane.origin,
      input.gradientPlane.rowStride)
  }
}
