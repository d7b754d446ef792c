import Networks

extension JacobianSaliencyMap {
  package func craft(_ task: AttackTask, asking reader: GradientKnowledge) throws -> Tensor {
    let rules = SaliencyRules(options: options, valueCount: task.images.stride)
    var crafted = (0..<task.count).map(task.levels(of:))
    var changes: [Int: [Int]] = [:]
    var rolling = RollingBatch(of: 0..<task.count, capacity: task.batchSize) { image in
      SaliencyWalk(levels: crafted[image], layout: rules.layout, featureShare: options.featureShare)
    }
    var scratch = Scratch()
    while !rolling.isEmpty {
      let batch = task.batch(of: rolling.states.lazy.map(\.levels))
      let answer = try reader.vectorJacobianProducts(on: batch, images: rolling.images) { logits in
        weightings(of: logits, goals: rolling.images.map { task.goals[$0] })
      }
      let met = try task.rows(
        rolling.states.indices, of: batch, images: rolling.images, meetTheirGoals: answer.logits, asking: reader)
      for row in rolling.states.indices {
        if met.contains(row) {
          rolling.states[row].isDone = true
          changes[rolling.images[row]] = rolling.states[row].changed
        } else {
          step(&rolling.states[row], row: row, products: answer.products, rules: rules, &scratch)
        }
      }
      rolling.retire(where: \.isDone) { crafted[$0] = $1.levels }
    }
    if options.finish == .pruned {
      let pruning = Pruning(layout: rules.layout, task: task, reader: reader)
      try pruning.undo(changes, in: &crafted)
    }
    return task.batch(of: crafted)
  }

  /// Room that every step uses anew.
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
    if walk.nextChoices > 0 {
      walk.collect(into: &scratch.candidates, rules: rules, target: products[0][item: row], others: others)
    }
    if let moves = choice(among: walk.nextChoices, of: scratch.candidates, &scratch.search) {
      walk.apply(moves, rules: rules)
    } else {
      walk.isDone = true
    }
  }

  private func choice(
    among allowed: Int, of candidates: SaliencyCandidates, _ search: inout PairSearch
  ) -> [SaliencyCandidates.Move]? {
    if options.selection != .singles, allowed == 2 {
      let pair = options.scores == .probabilities ? candidates.largestPair() : candidates.bestPair(&search)
      if let pair { return pair }
    }
    return options.selection == .pairs || allowed == 0 ? nil : candidates.bestSingle()
  }
}
