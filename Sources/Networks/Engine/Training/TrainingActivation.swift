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

  init(_ plane: Plane) {
    self.plane = plane
    gradientPlane = plane
  }

  /// Takes the memory, after all operations have said what they need.
  func allocate(images: Int, workers: Int) {
    valueStorage = FloatBuffer(count: plane.count * (keepsValues ? images : workers))
    gradientStorage = FloatBuffer(count: gradientPlane.count * (keepsGradient ? images : workers))
  }

  func values(_ image: Int, _ worker: Int) -> UnsafeMutablePointer<Float> {
    valueStorage.start + plane.count * (keepsValues ? image : worker)
  }

  func gradient(_ image: Int, _ worker: Int) -> UnsafeMutablePointer<Float> {
    gradientStorage.start + gradientPlane.count * (keepsGradient ? image : worker)
  }
}
