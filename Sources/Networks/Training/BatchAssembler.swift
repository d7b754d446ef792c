import Groundwork

/// Makes training batches: which pictures a step sees, and each of them augmented.
///
/// Everything follows from the seed and the step's number, so training can begin at any step and see the same batches.
struct BatchAssembler: Sendable {
  let pictures: LabelledPictures
  let augmentation: Augmentation
  let seed: UInt64
  let batchSize: Int
  /// The epoch that `order` belongs to, and its pictures in the order in which they are seen.
  private var epoch = -1
  private var order: [Int] = []

  init(pictures: LabelledPictures, configuration: TrainingConfiguration) {
    self.pictures = pictures
    augmentation = configuration.augmentation
    seed = configuration.seed
    batchSize = configuration.batchSize
  }

  var stepsPerEpoch: Int { pictures.count / batchSize }

  /// Says what goes into `batch` at a step; `write(_:of:)` then makes each picture.
  mutating func plan(_ batch: Batch, step: Int) {
    if step / stepsPerEpoch != epoch {
      epoch = step / stepsPerEpoch
      var stream = RandomStream(seed: seed, name: "shuffle", epoch)
      order = stream.permutation(of: pictures.count)
    }
    let start = step % stepsPerEpoch * batchSize
    batch.epoch = epoch
    batch.indices = Array(order[start..<start + batchSize])
    batch.labels = batch.indices.map { Int32(pictures.labels[$0]) }
  }

  /// Writes one picture of a planned batch; different slots may be written at the same time.
  func write(_ slot: Int, of batch: Batch) {
    let index = batch.indices[slot]
    let stride = pictures.stride
    var stream = RandomStream(seed: seed, name: "augmentation", batch.epoch, index)
    let change = augmentation.draw(from: &stream)
    pictures.levels.withUnsafeBufferPointer { levels in
      change.apply(
        to: UnsafeBufferPointer(rebasing: levels[index * stride..<(index + 1) * stride]),
        writing: UnsafeMutableBufferPointer(rebasing: batch.images[slot * stride..<(slot + 1) * stride]),
        side: pictures.side, channels: 3, stream: &stream)
    }
  }
}

/// Room for one batch of pictures, reused from step to step.
///
/// Unchecked sendable: while workers write pictures, each its own slot, nothing else of it changes.
final class Batch: @unchecked Sendable {
  /// `(batchSize, 3, side, side)`, levels in [0, 1].
  let images: UnsafeMutableBufferPointer<Float>
  /// The class of each picture.
  var labels: [Int32] = []
  /// Which pictures, and the epoch whose augmentation they get.
  fileprivate(set) var indices: [Int] = []
  fileprivate(set) var epoch = 0

  /// - Parameter count: how many values its pictures have together.
  init(count: Int) {
    images = .allocate(capacity: count)
    images.initialize(repeating: 0)
  }

  deinit { images.deallocate() }
}
