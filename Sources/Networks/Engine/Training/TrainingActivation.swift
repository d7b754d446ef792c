/// The values between two operations of a training step and their gradient, for every image of a batch.
///
/// Where a value has several readers, each has a branch of it: the same values, and a gradient of its own.
final class TrainingActivation {
  private let valueBuffer: TrainingBuffer
  private let gradientBuffer: TrainingBuffer

  private init(values: TrainingBuffer, gradient: TrainingBuffer) {
    valueBuffer = values
    gradientBuffer = gradient
  }

  convenience init(_ plane: Plane, chunk: Int) {
    self.init(values: TrainingBuffer(plane, chunk: chunk), gradient: TrainingBuffer(plane, chunk: chunk))
  }

  /// The same values with another gradient.
  func branch() -> TrainingActivation {
    TrainingActivation(
      values: valueBuffer, gradient: TrainingBuffer(valueBuffer.plane.with(halo: 0), chunk: valueBuffer.chunk))
  }

  /// The values; the halo is the widest of their readers'.
  var plane: Plane {
    get { valueBuffer.plane }
    set { valueBuffer.plane = newValue }
  }

  /// The gradient; the halo is what the backward pass of the operation before it reads.
  var gradientPlane: Plane {
    get { gradientBuffer.plane }
    set { gradientBuffer.plane = newValue }
  }

  /// Notes that every image keeps its values until the backward pass.
  func keepValues() { valueBuffer.keeps = true }

  /// Notes that every image keeps its gradient from one stage to the next.
  func keepGradient() { gradientBuffer.keeps = true }

  /// Takes the memory, after all operations have said what they need.
  func allocate(images: Int, workers: Int) {
    valueBuffer.allocate(images: images, workers: workers)
    gradientBuffer.allocate(images: images, workers: workers)
  }

  func values(_ image: Int, _ worker: Int) -> UnsafeMutablePointer<Float> { valueBuffer.place(image, worker) }

  func gradient(_ image: Int, _ worker: Int) -> UnsafeMutablePointer<Float> { gradientBuffer.place(image, worker) }
}

/// One plane an image of a batch.
///
/// What only operations of one stage read lives in a worker's scratch, so that it stays in its cache.
private final class TrainingBuffer {
  var plane: Plane
  /// Whether every image has a place of its own.
  var keeps = false
  /// Images of one chunk.
  let chunk: Int
  private var storage = FloatBuffer(count: 0)

  init(_ plane: Plane, chunk: Int) {
    self.plane = plane
    self.chunk = chunk
  }

  func allocate(images: Int, workers: Int) {
    let count = plane.count * (keeps ? images : workers * TrainingCut.together)
    // The branches of a value all ask for the memory of their values.
    if storage.count != count { storage = FloatBuffer(count: count) }
  }

  func place(_ image: Int, _ worker: Int) -> UnsafeMutablePointer<Float> {
    storage.start + plane.count * (keeps ? image : slot(image, worker))
  }

  /// A worker's scratch holds one run of images; runs are cut within a chunk.
  private func slot(_ image: Int, _ worker: Int) -> Int {
    worker * TrainingCut.together + image % chunk % TrainingCut.together
  }
}
