/// Undoes changes that are not needed: each changed feature in turn goes back to what it was if the goal stays met.
///
/// Costs one query a changed feature.
struct Pruning: DecisionWalk {
  /// The picture as it is now; it meets the goal.
  private var levels: [UInt8]
  /// The picture that is asked about: without one more change.
  private var trial: [UInt8]
  private let clean: [UInt8]
  private let layout: FeatureLayout
  /// The features that are still to be tried.
  private var waiting: ArraySlice<Int>
  private(set) var isDone = false

  /// - Parameters:
  ///   - crafted: a picture that meets the goal, planar levels.
  ///   - clean: what it was made from.
  ///   - changes: the features to try, in that order.
  init(crafted: [UInt8], clean: [UInt8], changes: [Int], layout: FeatureLayout) {
    levels = crafted
    trial = crafted
    self.clean = clean
    self.layout = layout
    waiting = changes[...]
    tryNext()
  }

  func write(_ picture: Int, to values: UnsafeMutableBufferPointer<Float>) { EightBitLevels.write(trial, to: values) }

  func writeResult(to values: UnsafeMutableBufferPointer<Float>) { EightBitLevels.write(levels, to: values) }

  mutating func step(_ meetGoal: [Bool]) {
    if meetGoal[0] {
      levels = trial
    } else {
      trial = levels
    }
    tryNext()
  }

  private mutating func tryNext() {
    guard let feature = waiting.popFirst() else {
      isDone = true
      return
    }
    for value in layout.values(of: feature) { trial[value] = clean[value] }
  }
}
