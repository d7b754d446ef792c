import Attacks
import Groundwork
import Imaging
import Networks
import Synchronization
import TestSupport

/// Readers and pictures to try attacks on.
enum AttackSamples {
  /// Reads pictures of 4 x 4 by random weights; class 0 has a head start.
  static func reader(seed: UInt64, classes: Int = 3, headStart: Float = 2) -> LinearReader {
    var stream = RandomStream(seed: seed, name: "weights")
    let weights = (0..<classes).map { _ in (0..<48).map { _ in stream.uniform(in: -1..<1) } }
    return LinearReader(
      inputShape: [3, 4, 4], weights: weights, biases: (0..<classes).map { $0 == 0 ? headStart : 0 })
  }

  /// Random pictures on 8-bit levels.
  static func pictures(_ count: Int, seed: UInt64 = 5, brightest: Float = 1) -> [Image] {
    var stream = RandomStream(seed: seed, name: "images")
    return (0..<count).map { _ in
      Image(width: 4, height: 4, samples: (0..<48).map { _ in stream.uniform() * brightest }).roundedToEightBits
    }
  }

  /// Those of `pictures` that are read as class 0.
  static func readRightly(_ pictures: [Image], by reader: LinearReader) -> [Image] {
    pictures.filter { reader.decisions(on: Tensor(shape: [1, 3, 4, 4], elements: $0.samples)) == [0] }
  }
}

/// Counts what is asked of the reader behind it.
final class CountingReader: GradientReader {
  struct Count: Equatable {
    /// How many pictures went through a forward pass.
    var pictures = 0
    /// How many gradients of a picture were taken.
    var gradients = 0
  }

  private let base: LinearReader
  private let counted = Mutex(Count())

  init(_ base: LinearReader) { self.base = base }

  var count: Count { counted.withLock { $0 } }
  var inputShape: [Int] { base.inputShape }
  var classCount: Int { base.classCount }

  private func note(_ batch: Tensor) { counted.withLock { $0.pictures += batch.count } }

  func decisions(on batch: Tensor) -> [Int?] {
    note(batch)
    return base.decisions(on: batch)
  }

  func logits(on batch: Tensor) -> Tensor {
    note(batch)
    return base.logits(on: batch)
  }

  func scoredDecisions(on batch: Tensor) throws -> (decisions: [Int?], logits: Tensor) {
    note(batch)
    return try base.scoredDecisions(on: batch)
  }

  func vectorJacobianProducts(
    on batch: Tensor, cotangents: (Tensor) throws -> [Tensor]
  ) throws -> (logits: Tensor, products: [Tensor]) {
    note(batch)
    let answer = try base.vectorJacobianProducts(on: batch, cotangents: cotangents)
    counted.withLock { $0.gradients += batch.count * answer.products.count }
    return answer
  }
}
