import Imaging
import Networks
import Records

extension Subject {
  /// How many of the most probable classes a classification lists.
  package static let listedClasses = 5

  /// What is read in a picture of a sign that fills the frame but for a margin of about 10 % a side.
  ///
  /// A picture of another size than the reader's is resampled to it.
  /// - Parameters:
  ///   - image: any size.
  ///   - file: its name in the record.
  ///   - includingLogits: whether the record also holds the scores before softmax.
  /// - Throws: `KnowledgeMissing` when the reader gives no scores.
  package func classify(
    _ image: Image, file: String, includingLogits: Bool = false
  ) throws -> ClassificationRecord {
    guard let reader = reader as? any ScoreReader else {
      throw KnowledgeMissing(needed: "scores", by: "a classification")
    }
    let (decisions, logits) = try reader.scoredDecisions(on: batch(of: [networkInput(image)]))
    let probabilities = Softmax.probabilities(of: logits.elements)
    let ranked = probabilities.indices.sorted {
      (probabilities[$1], $0) < (probabilities[$0], $1)
    }
    let top = ranked.prefix(Subject.listedClasses).map {
      ReadingRecord(classNumber: $0, name: classes.names[$0], confidence: probabilities[$0])
    }
    return ClassificationRecord(
      file: file, reading: reading(.init(decision: decisions[0], logits: logits.elements)), top: top,
      logits: includingLogits ? logits.elements : nil)
  }
}
