import Networks

/// What an attacker may ask, as a value handed to the attack: questions are counted, and the reader behind them cannot
/// be reached, so an attack that is given decisions has no way to a score.
///
/// Every question names the image that each row of its batch is a version of, so that costs are known for each image
/// even when images enter and leave the batch at different times.
package protocol Knowledge: Sendable {
  /// What may be asked for at most: `decisions`, `scores` or `gradients`.
  static var word: String { get }

  /// - Parameters:
  ///   - reader: the reader that is attacked.
  ///   - meter: where questions are counted.
  /// - Throws: `KnowledgeMissing` when the reader does not answer such questions.
  init(of reader: any DecisionReader, meter: Meter) throws(KnowledgeMissing)

  /// How many classes the reader tells apart.
  var classCount: Int { get }

  /// The class read in each row, nil where the reader rejects it.
  /// - Parameters:
  ///   - batch: `(N, 3, H, W)`.
  ///   - images: which image each of the N rows is a version of.
  /// - Throws: `BudgetExhausted`, or what the reader throws.
  func decisions(on batch: Tensor, images: [Int]) throws -> [Int?]
}

/// Decisions only: a black box.
package struct DecisionKnowledge: Knowledge {
  package static let word = "decisions"
  private let reader: any DecisionReader
  package let meter: Meter

  package init(of reader: any DecisionReader, meter: Meter) {
    self.reader = reader
    self.meter = meter
  }

  package var classCount: Int { reader.classCount }

  package func decisions(on batch: Tensor, images: [Int]) throws -> [Int?] {
    precondition(images.count == batch.count, "every row of a batch names its image")
    try meter.chargeQueries(images)
    return try reader.decisions(on: batch)
  }
}

/// Decisions and scores: a black box that shows its confidence.
package struct ScoreKnowledge: Knowledge {
  package static let word = "scores"
  private let reader: any ScoreReader
  private let box: DecisionKnowledge

  package init(of reader: any DecisionReader, meter: Meter) throws(KnowledgeMissing) {
    guard let reader = reader as? any ScoreReader else { throw KnowledgeMissing(needed: "scores", by: "the attack") }
    self.reader = reader
    box = DecisionKnowledge(of: reader, meter: meter)
  }

  package var meter: Meter { box.meter }
  package var classCount: Int { box.classCount }

  package func decisions(on batch: Tensor, images: [Int]) throws -> [Int?] {
    try box.decisions(on: batch, images: images)
  }

  /// The scores `(N, classCount)` before softmax of the N rows.
  /// - Throws: `BudgetExhausted`, or what the reader throws.
  package func logits(on batch: Tensor, images: [Int]) throws -> Tensor {
    precondition(images.count == batch.count, "every row of a batch names its image")
    try meter.chargeQueries(images)
    return try reader.logits(on: batch)
  }
}

/// Decisions, scores and their gradients by the input: a white box.
package struct GradientKnowledge: Knowledge {
  package static let word = "gradients"
  private let reader: any GradientReader
  private let box: ScoreKnowledge

  package init(of reader: any DecisionReader, meter: Meter) throws(KnowledgeMissing) {
    guard let reader = reader as? any GradientReader else {
      throw KnowledgeMissing(needed: "gradients", by: "the attack")
    }
    self.reader = reader
    box = try ScoreKnowledge(of: reader, meter: meter)
  }

  package var meter: Meter { box.meter }
  package var classCount: Int { box.classCount }

  package func decisions(on batch: Tensor, images: [Int]) throws -> [Int?] {
    try box.decisions(on: batch, images: images)
  }

  package func logits(on batch: Tensor, images: [Int]) throws -> Tensor {
    try box.logits(on: batch, images: images)
  }

  /// The scores of the N rows and the gradients by the input of weighted sums of them, as
  /// `GradientReader.vectorJacobianProducts`; costs one query and as many gradients as weightings for each row.
  /// - Throws: `BudgetExhausted`, what `cotangents` throws, or what the reader throws.
  package func vectorJacobianProducts(
    on batch: Tensor, images: [Int], cotangents: (_ logits: Tensor) throws -> [Tensor]
  ) throws -> (logits: Tensor, products: [Tensor]) {
    precondition(images.count == batch.count, "every row of a batch names its image")
    try meter.chargeQueries(images)
    return try reader.vectorJacobianProducts(on: batch) { logits in
      let weightings = try cotangents(logits)
      try meter.chargeGradients(images, passes: weightings.count)
      return weightings
    }
  }
}
