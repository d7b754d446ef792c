import Foundation
import Groundwork

extension RandomStream {
  /// True with a probability.
  mutating func chance(_ probability: Float) -> Bool { uniform() < probability }

  /// A number between two, drawn evenly.
  mutating func between(_ low: Float, _ high: Float) -> Float { low + (high - low) * uniform() }

  /// A normally distributed number.
  mutating func normal(_ mean: Float, _ deviation: Float) -> Float { mean + deviation * gaussian() }

  /// A positive number whose logarithm is normally distributed with the deviation `sigma`.
  mutating func logNormal(median: Float, sigma: Float) -> Float { median * expf(sigma * gaussian()) }

  /// A direction in the plane, of length 1.
  mutating func direction() -> SIMD2<Float> {
    let angle = between(0, 2 * .pi)
    return SIMD2(cosf(angle), sinf(angle))
  }
}
