import Groundwork
import Networks

/// The loop of all attacks that go image by image. What is asked differs by what the attacker knows; how batches are
/// filled, answered and emptied does not.
struct WalkLoop<Way: Walk, Answer: Sendable> {
  let task: AttackTask
  /// How many pictures a walk asks about at once, at most.
  let picturesAtOnce: Int
  /// Answers the questions of a batch, one answer a walk.
  let ask: (_ question: Question) throws -> [Answer]
  let step: @Sendable (_ walk: inout Way, _ answer: Answer) -> Void

  /// What a batch of walks asks.
  struct Question {
    /// `(N, 3, H, W)`: the pictures of the first walk, then those of the second...
    let batch: Tensor
    /// Which image each of the N pictures is a version of.
    let owners: [Int]
    /// The walks, and where the pictures of each stand in the batch.
    let walks: [Way]
    let places: [Range<Int>]
  }

  /// Lets images walk to their ends.
  /// - Parameters:
  ///   - images: which images, in this order.
  ///   - start: the walk of an image.
  ///   - end: told of every walk that is done.
  func run(
    _ images: some Sequence<Int>, from start: @escaping (_ image: Int) -> Way,
    end: (_ image: Int, _ walk: Way) -> Void
  ) throws {
    let (rows, step) = (max(1, task.batchSize / picturesAtOnce), step)
    var rolling = RollingBatch(of: images, capacity: rows, start: start)
    while true {
      while rolling.states.contains(where: \.isDone) { rolling.retire(where: \.isDone, end) }
      if rolling.isEmpty { return }
      let answers = try ask(question(rolling))
      task.loop.forEach(in: &rolling.states) { walk, row in step(&walk, answers[row]) }
    }
  }

  private func question(_ rolling: RollingBatch<Way>) -> Question {
    var places: [Range<Int>] = []
    var owners: [Int] = []
    for (walk, image) in zip(rolling.states, rolling.images) {
      places.append(owners.count..<owners.count + walk.asks)
      owners += repeatElement(image, count: walk.asks)
    }
    var batch = task.room(for: owners.count)
    let stride = batch.stride
    batch.elements.withUnsafeMutableBufferPointer { all in
      for (walk, place) in zip(rolling.states, places) {
        for (picture, row) in place.enumerated() {
          let values = UnsafeMutableBufferPointer(rebasing: all[row * stride..<(row + 1) * stride])
          walk.write(picture, to: values)
          if picture == 0, Way.end == .onLevels { EightBitLevels.round(values) }
        }
      }
    }
    return Question(batch: batch, owners: owners, walks: rolling.states, places: places)
  }
}
