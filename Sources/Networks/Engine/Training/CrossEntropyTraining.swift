import Foundation

/// Softmax and cross-entropy, mean over the batch: the loss of each image, and its gradient by the scores,
/// (softmax - target) / N.
final class CrossEntropyTraining: SingleImageOperation {
  private let input: TrainingActivation
  private let batch: TrainingBatch
  private let losses: AlignedBuffer<Double>
  private let hits: ByteBuffer

  init(_ input: TrainingActivation, batchSize: Int, batch: TrainingBatch) {
    self.input = input
    self.batch = batch
    losses = AlignedBuffer(count: batchSize)
    hits = ByteBuffer(count: batchSize)
  }

  func forward(_ image: Int, chunk: Int, worker: Int) {
    let classes = input.plane.values
    let scores = UnsafeBufferPointer(start: input.values(image, worker), count: classes)
    let gradient = input.gradient(image, worker)
    let largest = scores.max() ?? 0
    var sum = 0.0
    for score in scores { sum += exp(Double(score - largest)) }
    let logSum = Double(largest) + log(sum)
    var loss = 0.0
    for index in 0..<classes {
      let logProbability = Double(scores[index]) - logSum
      let target = target(of: image, class: index, classes: classes)
      if target > 0 { loss -= target * logProbability }
      gradient[index] = Float((exp(logProbability) - target) / Double(batch.count))
    }
    losses.start[image] = loss
    hits.start[image] = scores.firstIndex(of: largest) == expected(image, classes: classes) ? 1 : 0
  }

  func backward(_ image: Int, chunk: Int, worker: Int) {}

  /// The batch's result, added image by image.
  func result() -> TrainingResult {
    var result = TrainingResult(loss: 0, correct: 0)
    for image in 0..<batch.count {
      result.loss += losses.start[image]
      result.correct += Int(hits.start[image])
    }
    result.loss /= Double(batch.count)
    return result
  }

  private func target(of image: Int, class index: Int, classes: Int) -> Double {
    switch batch.targets {
    case .labels(let labels, let smoothing):
      let share = Double(smoothing) / Double(classes)
      return Int(labels[image]) == index ? 1 - Double(smoothing) + share : share
    case .distributions(let values): return Double(values[image * classes + index])
    }
  }

  private func expected(_ image: Int, classes: Int) -> Int? {
    switch batch.targets {
    case .labels(let labels, _): return Int(labels[image])
    case .distributions(let values):
      let distribution = values[image * classes..<(image + 1) * classes]
      guard let largest = distribution.max(), let index = distribution.firstIndex(of: largest) else { return nil }
      return index - image * classes
    }
  }
}
