import CKernels
import Groundwork

/// Brings an image into the engine's order and normalises it.
struct InputTraining: SingleImageOperation {
  let normalization: InputNormalization
  let output: TrainingActivation
  let batch: TrainingBatch

  func forward(_ image: Int, chunk: Int, worker: Int) {
    guard let images = batch.images else { return }
    let plane = output.plane
    normalization.apply(
      images + image * normalization.pictureValues(plane), to: plane, output.values(image, worker),
      rows: 0..<plane.height)
  }

  func backward(_ image: Int, chunk: Int, worker: Int) {}
}

/// max(0, x), where it does not follow a batch normalisation.
struct ReLUTraining: SingleImageOperation {
  let input: TrainingActivation
  let output: TrainingActivation

  func forward(_ image: Int, chunk: Int, worker: Int) {
    let x = input.values(image, worker) + input.plane.origin
    let y = output.values(image, worker) + output.plane.origin
    input.plane.forEachRow { row, length in
      for index in 0..<length {
        y[row * output.plane.rowStride + index] = max(0, x[row * input.plane.rowStride + index])
      }
    }
  }

  func backward(_ image: Int, chunk: Int, worker: Int) {
    let y = output.values(image, worker) + output.plane.origin
    let dy = output.gradient(image, worker) + output.gradientPlane.origin
    let dx = input.gradient(image, worker) + input.gradientPlane.origin
    input.plane.forEachRow { row, length in
      for index in 0..<length {
        let passed = y[row * output.plane.rowStride + index] > 0
        dx[row * input.gradientPlane.rowStride + index] =
          passed ? dy[row * output.gradientPlane.rowStride + index] : 0
      }
    }
  }
}

/// Dropout (Srivastava et al. 2014), inverted: what is kept is divided by the probability of keeping it.
///
/// An image's mask is a stream of its own, drawn again in the backward pass instead of kept.
struct DropoutTraining: SingleImageOperation {
  let name: String
  let probability: Float
  let input: TrainingActivation
  let output: TrainingActivation
  let batch: TrainingBatch

  func forward(_ image: Int, chunk: Int, worker: Int) {
    drop(
      image, input.values(image, worker), input.plane, to: output.values(image, worker), output.plane)
  }

  func backward(_ image: Int, chunk: Int, worker: Int) {
    drop(
      image, output.gradient(image, worker), output.gradientPlane, to: input.gradient(image, worker),
      input.gradientPlane)
  }

  private func drop(
    _ image: Int, _ source: UnsafePointer<Float>, _ sourcePlane: Plane, to target: UnsafeMutablePointer<Float>,
    _ targetPlane: Plane
  ) {
    var stream = RandomStream(seed: batch.dropout.seed, name: "dropout \(name)", batch.dropout.step, image)
    let scale = probability < 1 ? 1 / (1 - probability) : 0
    sourcePlane.forEachRow { row, length in
      let from = source + sourcePlane.origin + row * sourcePlane.rowStride
      let to = target + targetPlane.origin + row * targetPlane.rowStride
      for index in 0..<length { to[index] = stream.uniform() >= probability ? from[index] * scale : 0 }
    }
  }
}

/// From pixels of channels to a vector.
struct FlattenTraining: SingleImageOperation {
  let order: Graph.FlatOrder
  let input: TrainingActivation
  let output: TrainingActivation

  func forward(_ image: Int, chunk: Int, worker: Int) {
    Layout.flatten(
      input.plane, input.values(image, worker), order, to: output.values(image, worker) + output.plane.origin)
  }

  func backward(_ image: Int, chunk: Int, worker: Int) {
    Layout.unflatten(
      output.gradient(image, worker) + output.gradientPlane.origin, order, to: input.gradientPlane,
      input.gradient(image, worker))
  }
}

extension Plane {
  /// Calls `body` with each row and how many values it has.
  func forEachRow(_ body: (_ row: Int, _ length: Int) -> Void) {
    for row in 0..<height { body(row, width * channels) }
  }
}
