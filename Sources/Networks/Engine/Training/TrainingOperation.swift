/// What a training step is about: the batch at hand, seen by all operations.
///
/// Set before the workers start and constant while they run.
final class TrainingBatch {
  var count = 0
  var images: UnsafePointer<Float>?
  var parameters: UnsafePointer<Float>?
  var statistics: UnsafeMutablePointer<Float>?
  var gradients: UnsafeMutablePointer<Float>?
  var targets = TrainingTargets.distributions([])
  var dropout: (seed: UInt64, step: Int) = (0, 0)
}

/// An operation that handles images on their own. Consecutive ones run in one stage on a few images at a time, while
/// their values are in the cache.
///
/// Sums over images are kept in `TrainingCut.chunks` parts, one a chunk of images, and added in the order of the chunks.
protocol ImageOperation {
  /// How many images it likes to take at a time.
  var imagesTogether: Int { get }
  /// Called before the first image of a chunk.
  func beginForward(chunk: Int, worker: Int)
  func forward(_ images: Range<Int>, chunk: Int, worker: Int)
  func beginBackward(chunk: Int, worker: Int)
  func backward(_ images: Range<Int>, chunk: Int, worker: Int)
  /// Called after the last image of a chunk, by the worker that has done all of it.
  func endBackward(chunk: Int, worker: Int)
}

extension ImageOperation {
  var imagesTogether: Int { 1 }
  func beginForward(chunk: Int, worker: Int) {}
  func beginBackward(chunk: Int, worker: Int) {}
  func endBackward(chunk: Int, worker: Int) {}
}

/// An operation that takes the images of a run one after another.
protocol SingleImageOperation: ImageOperation {
  func forward(_ image: Int, chunk: Int, worker: Int)
  func backward(_ image: Int, chunk: Int, worker: Int)
}

extension SingleImageOperation {
  func forward(_ images: Range<Int>, chunk: Int, worker: Int) {
    for image in images { forward(image, chunk: chunk, worker: worker) }
  }

  func backward(_ images: Range<Int>, chunk: Int, worker: Int) {
    for image in images { backward(image, chunk: chunk, worker: worker) }
  }
}

/// An operation that needs the whole batch at once, cut into pieces that depend on its shape only.
protocol BatchOperation {
  var forwardPieces: Int { get }
  func forward(piece: Int, worker: Int)
  var backwardPieces: Int { get }
  func backward(piece: Int, worker: Int)
}

/// How a batch is cut into chunks: always the same way, whatever the number of threads.
struct TrainingCut {
  /// Chunks of a full batch.
  static let chunks = 16
  /// The most images that take an operation one after another before the next.
  static let together = 8
  /// Images of one chunk.
  let size: Int

  init(batchSize: Int) { size = (batchSize + TrainingCut.chunks - 1) / TrainingCut.chunks }

  /// How many chunks `count` images fill.
  func count(of images: Int) -> Int { (images + size - 1) / size }

  func images(_ chunk: Int, of count: Int) -> Range<Int> { chunk * size..<min(count, (chunk + 1) * size) }
}
