import Defenses
import Networks
import Testing

/// Scores are the first two values of the image.
private struct TwoScores: GradientReader {
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

struct RejectingReaderTests {
  // Softmax of (1, 0) is 0.731.
  private let batch = Tensor(shape: [2, 3, 1, 1], elements: [1, 0, 0, 0, 5, 0])

  @Test func anUnsureReadingIsNone() throws {
    let reader = RejectingReader(TwoScores(), threshold: 0.74)
    #expect(try reader.decisions(on: batch) == [nil, 1])
  }

  @Test func aSureReadingPasses() throws {
    let reader = RejectingReader(TwoScores(), threshold: 0.73)
    #expect(try reader.decisions(on: batch) == [0, 1])
  }

  @Test func scoresAreTheBaseReaders() throws {
    let reader = RejectingReader(TwoScores(), threshold: 0.9)
    #expect(try reader.logits(on: batch) == TwoScores().logits(on: batch))
  }
}
