import Networks

/// Scores that are weighted sums of the input, so that every gradient is known: Z = W x + b.
package struct LinearReader: GradientReader {
  package let inputShape: [Int]
  /// `(classes, inputs)`.
  package let weights: [[Float]]
  package let biases: [Float]

  package init(inputShape: [Int], weights: [[Float]], biases: [Float]) {
    self.inputShape = inputShape
    self.weights = weights
    self.biases = biases
  }

  package var classCount: Int { weights.count }

  package func decisions(on batch: Tensor) -> [Int?] {
    let scores = logits(on: batch)
    return (0..<batch.count).map { Softmax.reading(of: scores[item: $0]).classNumber }
  }

  package func logits(on batch: Tensor) -> Tensor {
    var scores: [Float] = []
    for image in 0..<batch.count {
      for (row, bias) in zip(weights, biases) {
        scores.append(zip(row, batch[item: image]).reduce(bias) { $0 + $1.0 * $1.1 })
      }
    }
    return Tensor(shape: [batch.count, classCount], elements: scores)
  }

  package func vectorJacobianProducts(
    on batch: Tensor, cotangents: (Tensor) throws -> [Tensor]
  ) throws -> (logits: Tensor, products: [Tensor]) {
    let scores = logits(on: batch)
    let products = try cotangents(scores).map { weightings in
      Tensor(
        shape: batch.shape,
        elements: (0..<batch.count).flatMap { image in
          (0..<batch.stride).map { value in
            zip(weightings[item: image], weights).reduce(Float(0)) { $0 + $1.0 * $1.1[value] }
          }
        })
    }
    return (scores, products)
  }
}
