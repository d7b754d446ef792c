/// The values between two operations of a training step and their gradient, for every image of a batch.
///
/// Values that only the next operation of the same stage reads live in a worker's scratch instead, so that they stay in
/// its cache.
final class TrainingActivation {
  /// The values; the halo is what the next operation reads.
  var plane: Plane
  /// The gradient; the halo is what the backward pass of the operation before it reads.
  var gradientPlane: Plane
  /// Whether every image keeps its values until the backward pass.
  var keepsValues = true
  /// Whether every image keeps its gradient from one stage to the next.
  var keepsGradient = true

  private var valueStorage = FloatBuffer(count: 0)
  private var gradientStorage = FloatBuffer(count: 0)

  /// Images of one chunk.
  private let chunk: Int

  init(_ plane: Plane, chunk: Int) {
    self.plane = plane
    self.chunk = chunk
    gradientPlane = plane
  }

  /// Takes the memory, after all operations have said what they need.
  func allocate(images: Int, workers: Int) {
    let scratch = workers * TrainingCut.together
    valueStorage = FloatBuffer(count: plane.count * (keepsValues ? images : scratch))
    gradientStorage = FloatBuffer(count: gradientPlane.count * (keepsGradient ? images : scratch))
  }

  func values(_ image: Int, _ worker: Int) -> UnsafeMutablePointer<Float> {
    valueStorage.start + plane.count * (keepsValues ? image : slot(image, worker))
  }

  func gradient(_ image: Int, _ worker: Int) -> UnsafeMutablePointer<Float> {
    gradientStorage.start + gradientPlane.count * (keepsGradient ? image : slot(image, worker))
  }

  /// A worker's scratch holds one run of images; runs are cut within a chunk.
  private func slot(_ image: Int, _ worker: Int) -> Int {
    worker * TrainingCut.together + image % chunk % TrainingCut.together
  }
}
