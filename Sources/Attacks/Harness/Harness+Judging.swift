import Imaging
import Networks

extension Harness {
  func check(_ images: [Image], _ goals: [Goal]) throws(HarnessFault) {
    let (height, width) = (reader.inputShape[1], reader.inputShape[2])
    for (index, image) in images.enumerated() where image.width != width || image.height != height {
      throw HarnessFault.wrongSize(
        image: index, width: image.width, height: image.height, expectedWidth: width, expectedHeight: height)
    }
    for goal in goals where !goal.isPossible(classCount: reader.classCount) {
      throw HarnessFault.impossibleGoal(goal, classCount: reader.classCount)
    }
  }

  func tensor(of images: [Image]) -> Tensor {
    Tensor(shape: [images.count] + reader.inputShape, elements: images.flatMap(\.samples))
  }

  /// Lets the attack craft, and takes what it returns as a proposal.
  func propose(_ attack: some Attack, _ task: AttackTask, _ meter: Meter) throws -> Proposals {
    do {
      let crafted = try attack.craft(task, asking: try known(to: attack, meter))
      return crafted.shape == task.images.shape ? .pictures(crafted) : .malformed
    } catch is BudgetExhausted {
      return .overspent
    }
  }

  private func known<A: Attack>(to attack: A, _ meter: Meter) throws(KnowledgeMissing) -> A.Known {
    try A.Known(of: reader, meter: meter)
  }

  /// What one attempt came to.
  func judge(
    _ held: Restraint.Held, clean: Image, goal: Goal, before: Reading, after: Reading, cost: Meter.Cost
  ) -> CraftedImage {
    let verdict: CraftedImage.Verdict =
      if before.decision != goal.source {
        .misreadBefore
      } else if let refusal = held.refusal {
        refusal
      } else {
        goal.isMet(by: after.decision) ? .success : .failure
      }
    return CraftedImage(
      goal: goal, clean: clean, crafted: held.picture, cleanReading: before, craftedReading: after, verdict: verdict,
      difference: held.difference, cost: cost)
  }

  /// Reads images in batches, each once.
  package func readings(of images: [Image]) throws -> [Reading] {
    var readings: [Reading] = []
    for start in stride(from: 0, to: images.count, by: batchSize) {
      let batch = tensor(of: Array(images[start..<min(start + batchSize, images.count)]))
      guard let scorer = reader as? any ScoreReader else {
        readings += try reader.decisions(on: batch).map { Reading(decision: $0, confidence: nil) }
        continue
      }
      let (decisions, logits) = try scorer.scoredDecisions(on: batch)
      readings += decisions.enumerated().map { Reading(decision: $1, logits: logits[item: $0]) }
    }
    return readings
  }
}
