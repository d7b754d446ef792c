extension NetworkReader {
  /// The class with the highest score in each image, the lower number where two are equal; never `nil`.
  package func decisions(on batch: Tensor) throws -> [Int?] {
    try scoredDecisions(on: batch).decisions
  }

  package func scoredDecisions(on batch: Tensor) throws -> (decisions: [Int?], logits: Tensor) {
    let scores = try logits(on: batch)
    let decisions = (0..<batch.count).map { image -> Int? in
      let row = scores[item: image]
      return row.indices.reduce(row.startIndex) { row[$1] > row[$0] ? $1 : $0 } - row.startIndex
    }
    return (decisions, scores)
  }

  package func logits(on batch: Tensor) throws -> Tensor {
    check(batch)
    var scores = Tensor(shape: [batch.count, classCount])
    batch.elements.withUnsafeBufferPointer { images in
      scores.elements.withUnsafeMutableBufferPointer { scores in
        guard let images = images.baseAddress, let scores = scores.baseAddress else { return }
        logits(images, count: batch.count, into: scores)
      }
    }
    return scores
  }

  package func vectorJacobianProducts(
    on batch: Tensor, cotangents: (_ logits: Tensor) throws -> [Tensor]
  ) throws -> (logits: Tensor, products: [Tensor]) {
    check(batch)
    var scores = Tensor(shape: [batch.count, classCount])
    var products: [Tensor] = []
    try batch.elements.withUnsafeBufferPointer { images in
      guard let images = images.baseAddress else { return }
      try withWorkspace { workspace in
        let pass = recordedPass(images, count: batch.count, workspace)
        scores.elements.withUnsafeMutableBufferPointer { scores in
          guard let scores = scores.baseAddress else { return }
          forward(pass, 0..<batch.count, into: scores)
        }
        for weighting in try cotangents(scores) {
          precondition(weighting.shape == scores.shape, "a weighting has a value for each score")
          var product = Tensor(shape: batch.shape)
          weighting.elements.withUnsafeBufferPointer { weighting in
            product.elements.withUnsafeMutableBufferPointer { product in
              guard let weighting = weighting.baseAddress, let product = product.baseAddress else { return }
              backward(pass, count: batch.count, weighting, into: product)
            }
          }
          products.append(product)
        }
      }
    }
    return (scores, products)
  }

  private func check(_ batch: Tensor) {
    precondition(
      batch.shape.count == inputShape.count + 1 && Array(batch.shape.dropFirst()) == inputShape,
      "a batch is (N, \(inputShape.map(String.init).joined(separator: ", ")))")
  }
}

extension NetworkReader {
  /// The scores of `count` images and, for each weighting of them, its product with the Jacobian; without tensors, for
  /// loops that keep their own buffers.
  ///
  /// - Parameters:
  ///   - images: `(count, 3, H, W)`.
  ///   - scores: filled with `(count, classCount)`.
  ///   - weightings: `(count, classCount)`; `weigh` fills it from the scores before each backward pass.
  ///   - products: for each backward pass, filled with `(count, 3, H, W)`.
  ///   - weigh: called once, after the scores are there and before the backward passes.
  package func vectorJacobianProducts(
    _ images: UnsafePointer<Float>, count: Int, scores: UnsafeMutablePointer<Float>,
    weightings: [UnsafeMutablePointer<Float>], products: [UnsafeMutablePointer<Float>], weigh: () -> Void
  ) {
    precondition(weightings.count == products.count, "each weighting has a place for its product")
    guard count > 0 else { return }
    withWorkspace { workspace in
      let pass = recordedPass(images, count: count, workspace)
      forward(pass, 0..<count, into: scores)
      weigh()
      for (weighting, product) in zip(weightings, products) {
        backward(pass, count: count, weighting, into: product)
      }
    }
  }

  /// The forward pass of a batch: with records where all of its images' records may be kept.
  private func recordedPass(
    _ images: UnsafePointer<Float>, count: Int, _ workspace: InferenceWorkspace
  ) -> InferencePass {
    workspace.prepareBackward(images: min(count, recordedImages))
    return InferencePass(
      program: program, workspace: workspace, images: images, keepsRecords: count <= recordedImages)
  }

  /// The backward pass of a whole batch; a batch whose records were not kept goes forward once more, part by part.
  private func backward(
    _ pass: InferencePass, count: Int, _ weightings: UnsafePointer<Float>, into products: UnsafeMutablePointer<Float>
  ) {
    if pass.keepsRecords {
      backward(pass, 0..<count, weightings: weightings, into: products)
      return
    }
    let scores = FloatBuffer(count: recordedImages * classCount)
    for part in (0..<count).parts(of: recordedImages) {
      let images = pass.images + part.lowerBound * program.pictureValues
      let partPass = InferencePass(
        program: program, workspace: pass.workspace, images: images, keepsRecords: true)
      forward(partPass, 0..<part.count, into: scores.start)
      backward(
        partPass, 0..<part.count, weightings: weightings + part.lowerBound * classCount,
        into: products + part.lowerBound * program.pictureValues)
    }
  }
}
