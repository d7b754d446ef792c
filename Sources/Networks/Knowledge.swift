// What an attacker may know of a reader is a type: each protocol refines the one before it, so an attack that asks for
// the least it needs cannot see more by accident. A defended reader conforms to the same protocols as a bare network.
//
// Inputs are batches `(N, 3, H, W)` of RGB in [0, 1], planar; N may be anything from 1 up and may differ from call to
// call. All methods are pure: the same batch gives the same answer, whatever was asked before.

/// Answers with the decision only: a black box.
package protocol DecisionReader: Sendable {
  /// The shape of one input: `[3, H, W]`.
  var inputShape: [Int] { get }
  /// How many classes it tells apart.
  var classCount: Int { get }
  /// The class read in each image, `nil` where the reader rejects it.
  func decisions(on batch: Tensor) throws -> [Int?]
}

/// Also answers with scores: a black box that shows its confidence.
package protocol ScoreReader: DecisionReader {
  /// The scores `(N, classCount)` before softmax (Z, the logits).
  func logits(on batch: Tensor) throws -> Tensor
  /// The decisions and the scores of one batch, for the price of one of them where the reader can.
  func scoredDecisions(on batch: Tensor) throws -> (decisions: [Int?], logits: Tensor)
}

extension ScoreReader {
  package func scoredDecisions(on batch: Tensor) throws -> (decisions: [Int?], logits: Tensor) {
    (try decisions(on: batch), try logits(on: batch))
  }
}

/// Also answers with gradients of the scores by the input: a white box.
package protocol GradientReader: ScoreReader {
  /// The scores Z and, for each image, the gradient by the input of any weighted sum of them.
  ///
  /// - Parameters:
  ///   - batch: `(N, 3, H, W)`.
  ///   - cotangents: called once with the scores `(N, classCount)`; returns one or more weightings, each
  ///     `(N, classCount)`, so a loss's gradient can depend on the scores without a second forward pass.
  /// - Returns: the scores, and for each weighting v the vector-Jacobian products v'dZ/dx, `(N, 3, H, W)`.
  func vectorJacobianProducts(
    on batch: Tensor, cotangents: (_ logits: Tensor) throws -> [Tensor]
  ) throws -> (logits: Tensor, products: [Tensor])
}
