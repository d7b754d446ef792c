import Networks

/// A walk that asks for scores.
package protocol ScoreWalk: Walk {
  mutating func step(_ answer: ScoreAnswer)
}

/// What came back about one walk's pictures.
package struct ScoreAnswer: Sendable {
  /// Whether the reader decides for what is wanted when it sees the candidate.
  package let meetsGoal: Bool
  /// The scores of each picture, one a class.
  package let scores: [ArraySlice<Float>]
}

/// An attack whose images walk by what scores tell.
package protocol ScoreWalkMethod: AttackMethod where Known == ScoreKnowledge {
  associatedtype Way: ScoreWalk
  /// How many pictures a walk asks about at once, at most.
  var picturesAtOnce: Int { get }
  func walk(from start: WalkStart) -> Way
}

extension ScoreWalkMethod {
  package var picturesAtOnce: Int { 1 }

  package func craft(_ task: AttackTask, asking reader: ScoreKnowledge) throws -> Tensor {
    var crafted = task.images
    let loop = WalkLoop<Way, ScoreAnswer>(
      task: task, picturesAtOnce: picturesAtOnce,
      ask: { question in
        let scores = try reader.logits(on: question.batch, images: question.owners)
        let all = Array(question.walks.indices)
        let met = try task.meetingGoals(all, of: question, scores: scores, asking: reader)
        return question.places.enumerated().map { walk, place in
          ScoreAnswer(meetsGoal: met.contains(walk), scores: place.map { scores[item: $0] })
        }
      }, step: { $0.step($1) })
    try loop.run(0..<task.count, from: { walk(from: task.start(of: $0, classCount: reader.classCount)) }) {
      $1.writeResult(to: &crafted, row: $0)
    }
    return try task.holding(crafted, Way.end, asking: reader)
  }
}
