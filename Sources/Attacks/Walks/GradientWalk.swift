import Networks

/// A walk that asks for scores and their gradients.
package protocol GradientWalk: Walk {
  /// Whether the candidate may be read as wanted, so that its decision is worth a query; the clean picture is not.
  var mayMeetGoal: Bool { get }
  /// The weighted sums of the scores whose gradients the step needs, each with one weight a class; as many for every
  /// walk of an attack.
  func weightings(of scores: ArraySlice<Float>, picture: Int) -> [[Float]]
  mutating func step(_ answer: GradientAnswer)
}

extension GradientWalk {
  package var mayMeetGoal: Bool { true }
}

/// What came back about one walk's pictures.
package struct GradientAnswer: Sendable {
  /// Whether the reader decides for what is wanted when it sees the candidate.
  package let meetsGoal: Bool
  /// The scores of each picture, one a class.
  package let scores: [ArraySlice<Float>]
  /// For each picture, the gradient of each weighted sum, `(3, H, W)`.
  package let gradients: [[ArraySlice<Float>]]
}

/// An attack whose images walk along gradients.
package protocol GradientWalkMethod: AttackMethod where Known == GradientKnowledge {
  associatedtype Way: GradientWalk
  /// How many pictures a walk asks about at once, at most.
  var picturesAtOnce: Int { get }
  func walk(from start: WalkStart) -> Way
}

extension GradientWalkMethod {
  package var picturesAtOnce: Int { 1 }

  package func craft(_ task: AttackTask, asking reader: GradientKnowledge) throws -> Tensor {
    var crafted = task.images
    try follow(task, asking: reader) { $1.writeResult(to: &crafted, row: $0) }
    return try task.holding(crafted, Way.end, asking: reader)
  }

  /// Lets every image of the task walk to its end.
  func follow(
    _ task: AttackTask, asking reader: GradientKnowledge, end: (_ image: Int, _ walk: Way) -> Void
  ) throws {
    let loop = WalkLoop<Way, GradientAnswer>(
      task: task, picturesAtOnce: picturesAtOnce, ask: { try task.answers(to: $0, asking: reader) },
      step: { $0.step($1) })
    try loop.run(
      0..<task.count, from: { walk(from: task.start(of: $0, classCount: reader.classCount)) }, end: end)
  }
}

extension AttackTask {
  fileprivate func answers<Way: GradientWalk>(
    to question: WalkLoop<Way, GradientAnswer>.Question, asking reader: GradientKnowledge
  ) throws -> [GradientAnswer] {
    let reply = try reader.vectorJacobianProducts(on: question.batch, images: question.owners) { scores in
      let weightings = zip(question.walks, question.places).flatMap { walk, place in
        place.enumerated().map { walk.weightings(of: scores[item: $1], picture: $0) }
      }
      return weightings[0].indices.map { sum in
        Tensor(shape: scores.shape, elements: weightings.flatMap { $0[sum] })
      }
    }
    let worthAsking = question.walks.indices.filter { question.walks[$0].mayMeetGoal }
    let met = try meetingGoals(worthAsking, of: question, scores: reply.logits, asking: reader)
    return question.places.enumerated().map { walk, place in
      GradientAnswer(
        meetsGoal: met.contains(walk), scores: place.map { reply.logits[item: $0] },
        gradients: place.map { row in reply.products.map { $0[item: row] } })
    }
  }
}
