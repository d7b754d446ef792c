import Attacks
import Groundwork
import Imaging
import Networks

/// How high a rejection threshold may stand for an attacker who knows it and still gets through.
///
/// The attack is run against the reader with the threshold before it, as a car's attacker runs it, and the threshold is
/// searched for each picture by halving: a crafted picture that passes one threshold passes every lower one. An attack
/// that fails at a threshold is taken to fail at higher ones.
struct AttackReach {
  let attack: any Attack
  let seed: UInt64
  let loop: ConcurrentLoop
  /// The reader with a threshold before it.
  let defended: (_ threshold: Double) throws -> any DecisionReader

  /// For each picture the highest of the thresholds that the attack passes; nil where it passes none.
  /// - Parameters:
  ///   - pictures: of the reader's size, read rightly.
  ///   - thresholds: rising, in [0, 1].
  ///   - progress: told how many pictures are settled.
  func callAsFunction(
    on pictures: [Image], goal: Goal, thresholds: [Double], progress: (_ settled: Int) -> Void = { _ in }
  ) throws -> [Double?] {
    var searches = pictures.map { _ in Search(last: thresholds.count - 1) }
    while true {
      let open = searches.indices.filter { !searches[$0].isSettled }
      progress(pictures.count - open.count)
      guard let row = open.map({ searches[$0].next }).min() else { break }
      let asked = open.filter { searches[$0].next == row }
      let harness = Harness(reader: try defended(thresholds[row]), seed: seed, loop: loop)
      let clean = asked.map { pictures[$0].roundedToEightBits }
      let report = try harness.run(
        attack, on: clean, readAs: try harness.readings(of: clean), goals: clean.map { _ in goal }, numbers: asked)
      for (picture, image) in zip(asked, report.images) {
        searches[picture].learn(highestPassed(image, at: row, of: thresholds), at: row)
      }
    }
    return searches.map { $0.reached.map { thresholds[$0] } }
  }

  /// The highest row that a crafted picture passes; nil where it does not pass the one that it was crafted against.
  ///
  /// That the threshold may reject the clean picture, too, is no obstacle to the attacker.
  private func highestPassed(_ image: CraftedImage, at row: Int, of thresholds: [Double]) -> Int? {
    let isRefused = image.verdict == .overBudget || image.verdict == .malformed
    guard !isRefused, image.goal.isMet(by: image.craftedReading.decision) else { return nil }
    guard let confidence = image.craftedReading.confidence else { return row }
    return max(row, thresholds.lastIndex { $0 <= confidence } ?? row)
  }
}

/// The search for one picture's highest threshold: the lowest is tried first, then the middle of what is open.
private struct Search {
  /// The highest row that is known to be passed.
  private(set) var reached: Int?
  /// The highest row that may still be passed.
  private var last: Int

  init(last: Int) {
    self.last = last
  }

  var isSettled: Bool { last < 0 || reached == last }

  var next: Int { reached.map { ($0 + last + 1) / 2 } ?? 0 }

  /// - Parameter passed: the highest row that the crafted picture passes, at least `row`; nil where the attack failed.
  mutating func learn(_ passed: Int?, at row: Int) {
    if let passed {
      reached = min(max(reached ?? 0, passed), last)
    } else {
      last = row - 1
    }
  }
}
