/// Undoes changes that are not needed: each changed feature in turn goes back to what it was if the goal stays met.
///
/// Costs one query a changed feature. Images are pruned side by side in a batch that is kept full.
struct Pruning {
  let layout: FeatureLayout
  let task: AttackTask
  let reader: GradientKnowledge

  private struct State {
    var levels: [UInt8]
    var trial: [UInt8]
    var waiting: ArraySlice<Int>
  }

  /// - Parameters:
  ///   - changes: the features to try of each image that takes part, in the order in which they are tried.
  ///   - crafted: the pictures of all images; those that take part meet their goal, and still do afterwards.
  func undo(_ changes: [Int: [Int]], in crafted: inout [[UInt8]]) throws {
    let pictures = crafted
    let images = changes.filter { !$0.value.isEmpty }.keys.sorted()
    var rolling = RollingBatch(of: images, capacity: task.batchSize) { image in
      State(levels: pictures[image], trial: pictures[image], waiting: (changes[image] ?? [])[...])
    }
    let clean = task.images
    while !rolling.isEmpty {
      for row in rolling.states.indices {
        let original = clean[item: rolling.images[row]]
        guard let feature = rolling.states[row].waiting.popFirst() else { continue }
        for value in layout.values(of: feature) {
          rolling.states[row].trial[value] = UInt8((original[original.startIndex + value] * 255).rounded())
        }
      }
      let batch = task.batch(of: rolling.states.lazy.map(\.trial))
      let decisions = try reader.decisions(on: batch, images: rolling.images)
      for (row, decision) in decisions.enumerated() {
        if task.goals[rolling.images[row]].isMet(by: decision) {
          rolling.states[row].levels = rolling.states[row].trial
        } else {
          rolling.states[row].trial = rolling.states[row].levels
        }
      }
      rolling.retire(where: \.waiting.isEmpty) { crafted[$0] = $1.levels }
    }
  }
}
