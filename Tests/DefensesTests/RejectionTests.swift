import Defenses
import Networks
import Testing

@Suite("Rejection")
struct RejectionTests {
  // Softmax of (1, 0) is 0.731, of (5, 0) 0.993.
  private let batch = Tensor(shape: [2, 3, 1, 1], elements: [1, 0, 0, 0, 5, 0])

  private static let thresholds: [(threshold: Double, decisions: [Int?])] = [
    (0.73, [0, 1]), (0.74, [nil, 1]), (1, [nil, nil]),
  ]

  @Test("a reading that is not sure enough is none", arguments: thresholds)
  func threshold(_ threshold: Double, _ expected: [Int?]) throws {
    let reader = try Rejection(threshold: threshold).defend(TwoScores())
    #expect(try reader.decisions(on: batch) == expected)
  }

  @Test("a confidence that is no number is never enough")
  func notANumber() throws {
    #expect(!Rejection(threshold: 0).accepts(.nan) && Rejection(threshold: 0).accepts(0))
    let broken = Tensor(shape: [1, 3, 1, 1], elements: [.nan, 0, 0])
    #expect(try Rejection(threshold: 0).defend(TwoScores()).decisions(on: broken) == [nil])
  }

  @Test("an attacker who may see scores and gradients sees those of the network behind")
  func knowledge() throws {
    let reader = try #require(try Rejection(threshold: 0.9).defend(TwoScores()) as? any GradientReader)
    #expect(try reader.logits(on: batch) == TwoScores().logits(on: batch))
    let weighting = Tensor(shape: [2, 2], elements: [1, 2, 3, 4])
    #expect(try reader.vectorJacobianProducts(on: batch) { _ in [weighting] }.products == [weighting])
    #expect(try reader.scoredDecisions(on: batch).decisions == [nil, 1])
  }

  @Test("the defended reader answers no more than the one behind it")
  func less() throws {
    let scores = try Rejection(threshold: 0.9).defend(TwoScoresOnly())
    #expect(scores is any ScoreReader && !(scores is any GradientReader))
    #expect(throws: KnowledgeMissing(needed: "scores", by: "the defence rejection")) {
      _ = try Rejection().defend(TwoDecisions())
    }
  }
}
