import Foundation

/// Linear light in three channels (red, green, blue in the first three places) with coverage, or nothing, in the fourth.
typealias Light = SIMD4<Float>

/// The transfer between sRGB values, which pictures hold, and linear light, in which light adds up (IEC 61966-2-1).
package enum LinearLight {
  /// The linear light of an sRGB value in [0, 1].
  package static func decode(_ value: Float) -> Float {
    value <= 0.04045 ? value / 12.92 : powf((value + 0.055) / 1.055, 2.4)
  }

  /// The sRGB value of a linear light in [0, 1].
  package static func encode(_ light: Float) -> Float {
    light <= 0.003_130_8 ? light * 12.92 : 1.055 * powf(light, 1 / 2.4) - 0.055
  }
}

extension SIMD4<Float> {
  /// Every lane kept between two bounds, what is no number at the lower one. Spelt out, because the general `clamped`
  /// is a call for every lane.
  @inline(__always)
  func limited(_ low: Float, _ high: Float) -> SIMD4<Float> {
    SIMD4(limit(x, low, high), limit(y, low, high), limit(z, low, high), limit(w, low, high))
  }
}

@inline(__always)
private func limit(_ value: Float, _ low: Float, _ high: Float) -> Float {
  let raised = value > low ? value : low
  return raised < high ? raised : high
}
