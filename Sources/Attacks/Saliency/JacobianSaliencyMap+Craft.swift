import Networks

extension JacobianSaliencyMap {
  package func craft(_ task: AttackTask, asking reader: GradientKnowledge) throws -> Tensor {
    let rules = SaliencyRules(options: options, valueCount: task.images.stride)
    var crafted = (0..<task.count).map(task.levels(of:))
    var changes: [Int: [Int]] = [:]
    var rolling = RollingBatch(of: 0..<task.count, capacity: task.batchSize) { image in
      SaliencyWalk(levels: crafted[image], layout: rules.layout, featureShare: options.featureShare)
    }
    var scratch = [Scratch](repeating: Scratch(), count: task.loop.threads)
    var batch = task.room(for: 0)
    while !rolling.isEmpty {
      if batch.count != rolling.states.count { batch = task.room(for: rolling.states.count) }
      for (row, walk) in rolling.states.enumerated() { EightBitLevels.write(walk.levels, to: &batch, row: row) }
      let answer = try reader.vectorJacobianProducts(on: batch, images: rolling.images) { logits in
        weightings(of: logits, goals: rolling.images.map { task.goals[$0] })
      }
      let met = try task.rows(
        rolling.states.indices, of: batch, images: rolling.images, meetTheirGoals: answer.logits, asking: reader)
      for row in met {
        rolling.states[row].isDone = true
        changes[rolling.images[row]] = rolling.states[row].changed
      }
      task.loop.forEach(in: &rolling.states, scratch: &scratch) { walk, scratch, row in
        if walk.isDone { return }
        step(&walk, row: row, products: answer.products, rules: rules, &scratch)
      }
      rolling.retire(where: \.isDone) { crafted[$0] = $1.levels }
    }
    if options.finish == .pruned {
      let pruning = Pruning(layout: rules.layout, task: task, reader: reader)
      try pruning.undo(changes, in: &crafted)
    }
    return task.batch(of: crafted)
  }

  /// Room that every step of a worker uses anew.
  private struct Scratch {
    var candidates = SaliencyCandidates()
    var search = PairSearch()
  }

  /// The weightings of the scores whose gradients the map is made of, each `(N, classCount)`: e_t and 1 - e_t for the
  /// logits, the direction of F_t alone for probabilities.
  private func weightings(of logits: Tensor, goals: [Goal]) -> [Tensor] {
    var target: [Float] = []
    var others: [Float] = []
    for (row, goal) in goals.enumerated() {
      switch options.scores {
      case .probabilities:
        target += goal.ascent(at: logits[item: row])
      case .logits:
        let (lever, sign) = goal.lever
        target += (0..<logits.stride).map { $0 == lever ? sign : 0 }
        others += (0..<logits.stride).map { $0 == lever ? 0 : sign }
      }
    }
    let sums = others.isEmpty ? [target] : [target, others]
    return sums.map { Tensor(shape: logits.shape, elements: $0) }
  }

  /// Chooses by the map and moves, or ends the walk where nothing can be chosen.
  private func step(
    _ walk: inout SaliencyWalk, row: Int, products: [Tensor], rules: SaliencyRules, _ scratch: inout Scratch
  ) {
    let others = products.count > 1 ? products[1][item: row] : nil
    if let moves = choice(of: walk, target: products[0][item: row], others: others, rules: rules, &scratch) {
      walk.apply(moves, rules: rules)
    } else {
      walk.isDone = true
    }
  }

  private func choice(
    of walk: SaliencyWalk, target: ArraySlice<Float>, others: ArraySlice<Float>?, rules: SaliencyRules,
    _ scratch: inout Scratch
  ) -> [SaliencyCandidates.Move]? {
    let allowed = walk.nextChoices
    if allowed == 0 { return nil }
    let takesPairs = options.selection != .singles && allowed == 2
    if takesPairs, others == nil {
      if let pair = walk.largestPair(rules: rules, target: target) { return pair }
      // Where not even two sum to more than 0, one may still.
      if options.selection == .pairs { return nil }
    }
    walk.collect(into: &scratch.candidates, rules: rules, target: target, others: others)
    if takesPairs, others != nil, let pair = scratch.candidates.bestPair(&scratch.search) { return pair }
    return options.selection == .pairs ? nil : scratch.candidates.bestSingle()
  }
}
