import Foundation

/// The spread of a point along one axis of the picture: weights from `-reach` to `reach` of sum 1, in memory of its own
/// that is written anew for every picture.
struct LightKernel {
  /// The longest reach, in pixels.
  static let longestReach = 24

  private let weights: UnsafeMutableBufferPointer<Float>
  private(set) var reach = 0

  /// - Parameter weights: room for `2 * longestReach + 1` weights.
  init(weights: UnsafeMutableBufferPointer<Float>) {
    precondition(weights.count >= 2 * LightKernel.longestReach + 1, "a kernel has room for its longest reach")
    self.weights = weights
    weights[0] = 1
  }

  @inline(__always)
  subscript(tap: Int) -> Float { weights[tap + reach] }

  /// Makes the kernel of a lens and of motion, and of a wide glow around what is bright.
  /// - Parameters:
  ///   - blur: the standard deviation of the lens's spot, in pixels.
  ///   - motion: how far the picture moves along the axis while the shutter is open, in pixels.
  ///   - swings: whether it moves to and fro, which leaves it longest at both ends (vibration), or evenly.
  ///   - glow: which part of the light goes into the glow.
  ///   - glowBlur: the glow's standard deviation, in pixels.
  mutating func set(blur: Float, motion: Float, swings: Bool, glow: Float, glowBlur: Float) {
    let widest = max(3 * blur + motion / 2, glow > 0 ? 2 * glowBlur : 0)
    reach = min(Int(widest.rounded(.up)), LightKernel.longestReach)
    guard blur > 0.05 || motion > 0.25 else {
      reach = 0
      weights[0] = 1
      return
    }
    let steps = motion > 0.25 ? 8 : 1
    let sharpness = -0.5 / (max(blur, 0.3) * max(blur, 0.3))
    let glowSharpness = -0.5 / (glowBlur * glowBlur)
    var (sum, glowSum): (Float, Float) = (0, 0)
    for tap in 0...2 * reach {
      var weight: Float = 0
      for step in 0..<steps {
        let phase = (Float(step) + 0.5) / Float(steps)
        let shift = swings ? 0.5 * cosf(.pi * phase) : phase - 0.5
        let from = Float(tap - reach) - motion * shift
        weight += expf(sharpness * from * from)
      }
      weights[tap] = weight
      sum += weight
      if glow > 0 { glowSum += expf(glowSharpness * Float((tap - reach) * (tap - reach))) }
    }
    for tap in 0...2 * reach {
      let own = weights[tap] / sum
      guard glow > 0 else {
        weights[tap] = own
        continue
      }
      weights[tap] = (1 - glow) * own + glow * expf(glowSharpness * Float((tap - reach) * (tap - reach))) / glowSum
    }
  }
}
