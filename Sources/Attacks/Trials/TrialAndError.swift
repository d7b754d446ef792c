import Imaging
import Networks

/// Trial and error, knowing decisions only: what adversaries do who know nothing of the network.
///
/// Random changes of growing size are tried until the reader falls for one, or a picture that it is known to fall for is
/// given to start from. From then on random patches are put back towards the clean picture, large ones first, and each
/// trial is kept if the decision still holds: the walk from an adversarial start of the boundary attack (Brendel, Rauber
/// and Bethge, arXiv 1712.04248) with patches instead of Gaussian steps, which leaves whole values unchanged.
///
/// Costs one query a trial; an image that nothing turns is returned as it was.
package struct TrialAndError: Attack {
  /// How many trials an image gets.
  package let queries: Int
  /// A picture that is read as the goal, of the size of the images; the first trial. Nil to begin with random changes.
  package let start: Image?

  /// - Precondition: `queries` is at least 1.
  package init(queries: Int = 2000, start: Image? = nil) {
    precondition(queries > 0, "trial and error needs at least one trial")
    self.queries = queries
    self.start = start
  }

  package let name = "trial-and-error"

  package var budget: Budget {
    Budget(queries: queries, settings: [.init("start", .word(start == nil ? "random" : "picture"))])
  }

  package func craft(_ task: AttackTask, asking reader: DecisionKnowledge) throws -> Tensor {
    let first = start.map { EightBitLevels.levels(of: $0.samples) }
    precondition(
      first?.count ?? task.images.stride == task.images.stride, "the picture to start from has the images' size")
    let frame = PatchFrame(width: task.images.shape[3], height: task.images.shape[2])
    var crafted = (0..<task.count).map(task.levels(of:))
    let clean = crafted
    var rolling = RollingBatch(of: 0..<task.count, capacity: task.batchSize) { image in
      Trials(clean: clean[image], frame: frame, trials: queries, start: first, stream: task.streams[image])
    }
    while !rolling.isEmpty {
      for row in rolling.states.indices { rolling.states[row].propose() }
      let batch = task.batch(of: rolling.states.lazy.map(\.proposal))
      let decisions = try reader.decisions(on: batch, images: rolling.images)
      for (row, decision) in decisions.enumerated() {
        rolling.states[row].judge(goalIsMet: task.goals[rolling.images[row]].isMet(by: decision))
      }
      rolling.retire(where: \.isDone) { crafted[$0] = $1.best }
    }
    return task.batch(of: crafted)
  }
}
