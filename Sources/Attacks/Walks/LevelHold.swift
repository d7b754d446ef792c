import Networks

/// Holds what stops at a boundary on 8-bit levels: the perturbation grows until the rounded picture is read as wanted,
/// and is then taken back as far as it holds.
///
/// The first factor is 1; the growth beyond it doubles from 1/64 to 32, and four bisections follow.
struct LevelHold: DecisionWalk {
  /// What it may cost an image.
  static let mostQueries = 1 + growths + bisections
  private static let growths = 12
  private static let bisections = 4

  /// Levels of the clean picture.
  private let clean: [Float]
  /// By how many levels each value changes, between levels, at factor 1.
  private let change: [Float]
  private var factor: Float = 1
  /// The largest factor that is known not to do.
  private var failing: Float = 1
  /// The smallest factor that does.
  private var holding: Float?
  private var queries = 0
  private var bisected = 0

  /// - Parameters:
  ///   - clean: `(3, H, W)`, on 8-bit levels, in [0, 1].
  ///   - crafted: `(3, H, W)`, what the walk ended with; the clean picture where it found nothing.
  init(clean: ArraySlice<Float>, crafted: ArraySlice<Float>) {
    self.clean = clean.map { ($0 * 255).rounded() }
    change = zip(crafted, self.clean).map { $0 * 255 - $1 }
  }

  var isDone: Bool {
    if holding != nil { return bisected == LevelHold.bisections || failing == holding }
    return queries > LevelHold.growths || change.allSatisfy { abs($0) < 1e-3 }
  }

  mutating func step(_ meetGoal: [Bool]) {
    queries += 1
    if holding != nil { bisected += 1 }
    if meetGoal[0] {
      holding = factor
      // What holds as it was found is as small as it was found.
      if queries == 1 { failing = factor }
    } else {
      failing = factor
    }
    if let holding {
      factor = (failing + holding) / 2
    } else {
      factor = 1 + Float(sign: .plus, exponent: queries - 7, significand: 1)
    }
  }

  func write(_ picture: Int, to values: UnsafeMutableBufferPointer<Float>) { write(factor, to: values) }

  func writeResult(to values: UnsafeMutableBufferPointer<Float>) { write(holding ?? 0, to: values) }

  private func write(_ factor: Float, to values: UnsafeMutableBufferPointer<Float>) {
    for index in clean.indices {
      let level = (clean[index] + factor * change[index] + 0.5).rounded(.down)
      values[index] = min(max(level, 0), 255) / 255
    }
  }
}

extension AttackTask {
  /// What walks ended with, on levels where they stopped at a boundary.
  func holding(_ crafted: Tensor, _ end: WalkEnd, asking reader: some Knowledge) throws -> Tensor {
    guard end == .atBoundary else { return crafted }
    var held = crafted
    try follow(
      0..<count, picturesAtOnce: 1, asking: reader,
      from: { LevelHold(clean: images[item: $0], crafted: crafted[item: $0]) }, into: &held)
    return held
  }
}
