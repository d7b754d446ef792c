import Networks

/// Scores are the first two values of the image.
struct TwoScores: GradientReader {
  let inputShape = [3, 1, 1]
  let classCount = 2

  func decisions(on batch: Tensor) -> [Int?] {
    (0..<batch.count).map { batch[item: $0].first! >= batch[item: $0].dropFirst().first! ? 0 : 1 }
  }

  func logits(on batch: Tensor) -> Tensor {
    Tensor(shape: [batch.count, 2], elements: (0..<batch.count).flatMap { batch[item: $0].prefix(2) })
  }

  func vectorJacobianProducts(
    on batch: Tensor, cotangents: (Tensor) throws -> [Tensor]
  ) throws -> (logits: Tensor, products: [Tensor]) {
    let logits = logits(on: batch)
    return (logits, try cotangents(logits))
  }
}

/// The same, without gradients.
struct TwoScoresOnly: ScoreReader {
  private let base = TwoScores()
  var inputShape: [Int] { base.inputShape }
  var classCount: Int { base.classCount }
  func decisions(on batch: Tensor) -> [Int?] { base.decisions(on: batch) }
  func logits(on batch: Tensor) -> Tensor { base.logits(on: batch) }
}

/// The same, decisions alone.
struct TwoDecisions: DecisionReader {
  private let base = TwoScores()
  var inputShape: [Int] { base.inputShape }
  var classCount: Int { base.classCount }
  func decisions(on batch: Tensor) -> [Int?] { base.decisions(on: batch) }
}
