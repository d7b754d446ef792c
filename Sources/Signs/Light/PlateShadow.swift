/// A shadow that falls across a plate, as the share of the direct light that arrives.
///
/// Places on the plate are in half widths from its centre, right and down.
struct PlateShadow: Sendable {
  enum Kind: Sendable {
    case none
    /// All beyond a straight edge: a house, another sign.
    case edge
    /// A band: a pole, a trunk.
    case band
    /// Leaves.
    case dappled
  }

  var kind = Kind.none
  /// The direction across the edge or band, of length 1; for leaves, where on the noise the plate lies.
  var direction = SIMD2<Float>(1, 0)
  /// Where the edge or the band's middle is along `direction`; for leaves, how dense they are, in [0, 1].
  var position: Float = 0
  /// How wide the band is; for leaves, how much of the noise the plate's half width covers.
  var width: Float = 0.5
  /// How wide the half-shadow is: the sun is half a degree wide, so a hundredth of the way to what throws the shadow.
  var softness: Float = 0.05

  /// Which share of the direct light arrives, in [0, 1].
  @inline(__always)
  func transmittance(at place: SIMD2<Float>, noise: NoiseTexture.Sampler) -> Float {
    guard kind == .dappled else { return transmittance(at: place) }
    return clamped(0.5 + (noise(direction + width * place).w - position) / softness)
  }

  /// Which share of the direct light arrives, in [0, 1]; leaves, which take noise, count as none.
  @inline(__always)
  func transmittance(at place: SIMD2<Float>) -> Float {
    let from = (place * direction).sum() - position
    switch kind {
    case .none, .dappled: return 1
    case .edge: return clamped(0.5 + from / softness)
    case .band: return clamped(0.5 + (max(from, -from) - width / 2) / softness)
    }
  }

  @inline(__always)
  private func clamped(_ value: Float) -> Float { min(max(value, 0), 1) }
}
