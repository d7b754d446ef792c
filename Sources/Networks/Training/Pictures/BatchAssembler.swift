/// Makes training batches: which pictures a step sees, and each of them.
///
/// Everything follows from the seed and the step's number, so training can begin at any step and see the same batches.
struct BatchAssembler: Sendable {
  let source: any PictureSource
  let batchSize: Int
  let seed: UInt64
  /// The epoch that `choices` belongs to, and what it shows.
  private var epoch = -1
  private var choices: [PictureChoice] = []

  init(_ source: any PictureSource, batchSize: Int, seed: UInt64) {
    self.source = source
    self.batchSize = batchSize
    self.seed = seed
  }

  var stepsPerEpoch: Int { source.picturesPerEpoch / batchSize }

  /// Says what goes into `batch` at a step; `write(_:of:)` then makes each picture.
  mutating func plan(_ batch: Batch, step: Int) {
    if step / stepsPerEpoch != epoch {
      epoch = step / stepsPerEpoch
      choices = source.choices(source.picturesPerEpoch, epoch: epoch, seed: seed)
    }
    batch.epoch = epoch
    batch.start = step % stepsPerEpoch * batchSize
    batch.choices.removeAll(keepingCapacity: true)
    batch.choices += choices[batch.start..<batch.start + batchSize]
    batch.labels.removeAll(keepingCapacity: true)
    batch.labels += batch.choices.lazy.map { Int32($0.label) }
  }

  /// Writes one picture of a planned batch; different slots may be written at the same time.
  func write(_ slot: Int, of batch: Batch) {
    let stride = 3 * source.side * source.side
    source.write(
      batch.choices[slot], at: PicturePlace(seed: seed, epoch: batch.epoch, index: batch.start + slot),
      into: UnsafeMutableBufferPointer(rebasing: batch.images[slot * stride..<(slot + 1) * stride]))
  }
}

/// Room for one batch of pictures, reused from step to step.
///
/// Unchecked sendable: while workers write pictures, each its own slot, nothing else of it changes.
final class Batch: @unchecked Sendable {
  /// `(batchSize, 3, side, side)`, levels in [0, 1].
  let images: UnsafeMutableBufferPointer<Float>
  /// The class of each picture.
  fileprivate(set) var labels: [Int32] = []
  /// What each picture is.
  fileprivate(set) var choices: [PictureChoice] = []
  /// The epoch, and the place in it of the batch's first picture.
  fileprivate(set) var epoch = 0
  fileprivate(set) var start = 0

  /// - Parameter count: how many values its pictures have together.
  init(count: Int) {
    images = .allocate(capacity: count)
    images.initialize(repeating: 0)
  }

  deinit { images.deallocate() }
}
