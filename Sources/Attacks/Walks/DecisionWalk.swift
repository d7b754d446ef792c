import Networks

/// A walk that asks for decisions.
package protocol DecisionWalk: Walk {
  /// - Parameter meetGoal: of each picture, whether the reader decides for what is wanted when it sees it.
  mutating func step(_ meetGoal: [Bool])
}

/// An attack whose images walk by decisions alone.
package protocol DecisionWalkMethod: AttackMethod where Known == DecisionKnowledge {
  associatedtype Way: DecisionWalk
  /// How many pictures a walk asks about at once, at most.
  var picturesAtOnce: Int { get }
  func walk(from start: WalkStart) -> Way
}

extension DecisionWalkMethod {
  package var picturesAtOnce: Int { 1 }

  package func craft(_ task: AttackTask, asking reader: DecisionKnowledge) throws -> Tensor {
    var crafted = task.images
    try task.follow(
      0..<task.count, picturesAtOnce: picturesAtOnce, asking: reader,
      from: { walk(from: task.start(of: $0, classCount: reader.classCount)) }, into: &crafted)
    return try task.holding(crafted, Way.end, asking: reader)
  }
}

extension AttackTask {
  /// Lets images walk by decisions, which every attacker may ask for.
  /// - Parameter crafted: gets what the walks end with, in the images' rows.
  func follow<Way: DecisionWalk>(
    _ images: some Sequence<Int>, picturesAtOnce: Int, asking reader: some Knowledge,
    from start: @escaping (_ image: Int) -> Way, into crafted: inout Tensor
  ) throws {
    let loop = WalkLoop<Way, [Bool]>(
      task: self, picturesAtOnce: picturesAtOnce,
      ask: { question in
        let decisions = try reader.decisions(on: question.batch, images: question.owners)
        return question.places.map { $0.map { goals[question.owners[$0]].isMet(by: decisions[$0]) } }
      }, step: { $0.step($1) })
    var results = crafted
    try loop.run(images, from: start) { $1.writeResult(to: &results, row: $0) }
    crafted = results
  }

  /// Those of `walks` whose candidate's largest score meets the goal and whose decision, asked for apart because a reader
  /// may reject what it scores, meets it too.
  func meetingGoals<Way, Answer>(
    _ walks: [Int], of question: WalkLoop<Way, Answer>.Question, scores: Tensor, asking reader: some Knowledge
  ) throws -> Set<Int> {
    let rows = walks.map { question.places[$0].lowerBound }
    let claims = zip(walks, rows).filter { _, row in
      goals[question.owners[row]].isMet(by: scores[item: row].largestIndex())
    }
    if claims.isEmpty { return [] }
    let decisions = try reader.decisions(
      on: question.batch.gathering(claims.map(\.1)), images: claims.map { question.owners[$0.1] })
    return Set(
      zip(claims, decisions).filter { goals[question.owners[$0.1]].isMet(by: $1) }.map(\.0.0))
  }
}

extension Walk {
  /// Writes the result over one row of a batch.
  func writeResult(to batch: inout Tensor, row: Int) {
    let stride = batch.stride
    batch.elements.withUnsafeMutableBufferPointer { all in
      writeResult(to: UnsafeMutableBufferPointer(rebasing: all[row * stride..<(row + 1) * stride]))
    }
  }
}
