import Networks

extension JacobianSaliencyMap {
  package func walk(from start: WalkStart) -> SaliencyWalk {
    SaliencyWalk(
      levels: start.levels, goal: start.goal, scores: scores, selection: selection, featureShare: features,
      rules: SaliencyRules(self, valueCount: start.levels.count))
  }

  package func craft(_ task: AttackTask, asking reader: GradientKnowledge) throws -> Tensor {
    var crafted = task.images
    var changes: [Int: [Int]] = [:]
    try follow(task, asking: reader) { image, walk in
      walk.writeResult(to: &crafted, row: image)
      if walk.hasMetGoal, !walk.changed.isEmpty { changes[image] = walk.changed }
    }
    guard finish == .pruned else { return crafted }
    let layout = FeatureLayout(feature: feature, valueCount: task.images.stride)
    let found = crafted
    try task.follow(
      changes.keys.sorted(), picturesAtOnce: 1, asking: reader,
      from: { image in
        Pruning(
          crafted: EightBitLevels.levels(of: found[item: image]), clean: task.levels(of: image),
          changes: changes[image] ?? [], layout: layout)
      }, into: &crafted)
    return crafted
  }
}
