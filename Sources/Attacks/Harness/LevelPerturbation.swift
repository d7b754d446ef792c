/// A change of a picture, in levels, and the whole levels that it comes to: a norm is that of the whole levels.
///
/// Shrinking rounds anew each time, so levels that rounding had lifted over the bound are the first to go back.
struct LevelPerturbation {
  /// What was asked for, between levels.
  private var change: [Float]
  /// By how many levels each value changes.
  private(set) var levels: [Int]

  /// - Parameter change: in levels, each within the room that its value has.
  init(change: [Float]) {
    self.change = change
    levels = change.map(LevelPerturbation.level)
  }

  /// The nearest whole level, of two the upper one as in a picture that is stored.
  private static func level(_ change: Float) -> Int { Int((change + 0.5).rounded(.down)) }

  /// Shrinks every change by the same factor, the projection on an L2 ball, until the whole levels lie in it.
  /// - Parameter bound: values in [0, 1].
  mutating func shrink(toL2 bound: Double) {
    shrink(from: 1, to: 0, fits: { Double($0.reduce(0) { $0 + $1 * $1 }) <= bound * bound * 255 * 255 * (1 + 1e-12) }) {
      change, factor in change * factor
    }
  }

  /// Shortens every change by the same amount, the projection on an L1 ball, until the whole levels lie in it.
  /// - Parameter bound: values in [0, 1].
  mutating func shrink(toL1 bound: Double) {
    shrink(from: 0, to: 256, fits: { Double($0.reduce(0) { $0 + abs($1) }) <= bound * 255 * (1 + 1e-12) }) {
      change, amount in change > 0 ? max(0, change - amount) : min(0, change + amount)
    }
  }

  /// Bisects for the least that must be done.
  /// - Parameters:
  ///   - none: where nothing is done.
  ///   - all: where no change is left.
  private mutating func shrink(
    from none: Float, to all: Float, fits: ([Int]) -> Bool, _ shrunk: (_ change: Float, _ by: Float) -> Float
  ) {
    if fits(levels) { return }
    let start = change
    func rounded(_ amount: Float) -> [Int] { start.map { LevelPerturbation.level(shrunk($0, amount)) } }
    var (tooLittle, enough) = (none, all)
    for _ in 0..<30 {
      let middle = (tooLittle + enough) / 2
      if fits(rounded(middle)) { enough = middle } else { tooLittle = middle }
    }
    levels = rounded(enough)
    change = start.map { shrunk($0, enough) }
  }
}
