/// What years by the road do to a sign's face: bleaching, dirt, mottling, streaks of water.
///
/// Places on the plate are in half widths from its centre, right and down.
struct SurfaceWear: Sendable {
  /// How far the inks are bleached, in [0, 1]: at 1 a red is a pale salmon.
  var fading: Float = 0
  /// How far red has gone by itself, in [0, 1]: red pigments bear the sun worst, and a disc is left with its black
  /// pictogram on what is nearly white.
  var redLoss: Float = 0
  /// How much of the face is dirty, in [0, 1].
  var dirt: Float = 0
  /// How much of its light dirt takes, in [0, 1].
  var dirtOpacity: Float = 0.6
  /// How uneven the surface is, in [0, 1]: the share of mottled grey that is laid over it.
  var mottling: Float = 0
  /// How strong the streaks of water are, in [0, 1].
  var streaks: Float = 0
  /// What dirt throws back a channel.
  var dirtColor = Light(0.12, 0.10, 0.08, 0)
  /// Where on the noise the plate lies, and how much of it its half width covers.
  var offset = SIMD2<Float>(0, 0)
  var scale: Float = 0.3

  /// Whether the face is as new.
  var isNone: Bool { fading == 0 && redLoss == 0 && dirt == 0 && mottling == 0 && streaks == 0 }

  /// The worn surface's reflectance a channel.
  @inline(__always)
  func worn(_ reflectance: Light, at place: SIMD2<Float>, noise: NoiseTexture.Sampler) -> Light {
    let value = noise(offset + scale * place)
    var result = reflectance
    if fading > 0 {
      let grey = 0.5 * (max(result.x, max(result.y, result.z)) + min(result.x, min(result.y, result.z)))
      let pale = 0.75 * (result + 0.4 * (Light(repeating: grey) - result)) + Light(repeating: 0.2)
      result += fading * (pale - result)
    }
    if redLoss > 0 {
      let redness = max(result.x - max(result.y, result.z), 0) / max(result.x, 0.01)
      result += redLoss * redness * (Light(0.72, 0.69, 0.6, 0) - result)
    }
    result += mottling * (Light(repeating: min(max(1.7 * value.x - 0.35, 0), 1)) - result)
    result *= 1 - streaks * min(max(2.5 * value.z - 0.9, 0), 1)
    let covered = dirtOpacity * min(max((0.5 * value.x + 0.5 * value.y - 1 + dirt) * 5 + 0.5, 0), 1)
    return result + covered * (dirtColor - result)
  }
}
