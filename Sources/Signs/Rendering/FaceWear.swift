import Foundation
import Groundwork
import Imaging

/// What years by the road and passers-by have done to a sign's face.
package struct FaceWear: Sendable, Equatable {
  /// How far the inks are bleached, in [0, 1]: at 1 a red is a pale salmon.
  package var fading = 0.0
  /// How much of the face is dirty, in [0, 1].
  package var dirt = 0.0
  /// How many strokes of a spray can are on it.
  package var graffiti = 0
  /// How many shots have hit it.
  package var bulletMarks = 0

  package init() {}

  package var isNone: Bool { self == FaceWear() }
}

extension SignFace {
  /// The face as the years have left it.
  /// - Parameters:
  ///   - wear: what has happened to it.
  ///   - seed: where on the face it happened.
  package func worn(_ wear: FaceWear, seed: UInt64) -> SignFace {
    guard !wear.isNone else { return self }
    var stream = RandomStream(seed: seed, name: "face wear")
    var surface = SurfaceWear()
    surface.fading = Float(wear.fading)
    surface.dirt = Float(wear.dirt)
    surface.dirtOpacity = 0.75
    surface.mottling = 0.12 * Float(max(wear.dirt, wear.fading))
    surface.streaks = 0.5 * Float(wear.dirt)
    surface.offset = SIMD2(stream.uniform(), stream.uniform())
    let marks = SignFace.marks(wear, &stream)
    let noise = NoiseTexture(seed: seed)
    let level = texture.levels[0]
    var image = Image(width: level.width, height: level.height)
    var alpha = [Float](repeating: 0, count: level.width * level.height)
    let half = Float(physicalWidth * texelsPerMetre / 2)
    noise.withSampler { noise in
      for y in 0..<level.height {
        for x in 0..<level.width {
          let texel = texture.texels[level.start + (y + 1) * (level.width + 2) + x + 1]
          alpha[y * level.width + x] = texel.w
          guard texel.w > 0 else { continue }
          let place = (SIMD2(Float(x) + 0.5, Float(y) + 0.5) - SIMD2<Float>(center)) / half
          var light = surface.worn(texel / texel.w, at: place, noise: noise)
          for mark in marks {
            light += mark.coverage(at: place, footprint: 1 / half) * (mark.color - light)
          }
          for channel in 0..<3 {
            image.samples[image.offset(channel: channel, x: x, y: y)] = LinearLight.encode(
              min(max(light[channel], 0), 1))
          }
        }
      }
    }
    return SignFace(image: image, alpha: alpha, physicalWidth: physicalWidth) ?? self
  }

  /// The strokes and shots, in half widths of the plate from its centre.
  private static func marks(_ wear: FaceWear, _ stream: inout RandomStream) -> [SurfaceMark] {
    var marks: [SurfaceMark] = []
    let paint = Light(stream.uniform(), stream.uniform(), stream.uniform(), 0) * 0.4
    var place = 0.6 * stream.direction() * stream.uniform()
    for _ in 0..<wear.graffiti {
      let direction = stream.direction()
      let length = stream.between(0.1, 0.35)
      marks.append(
        SurfaceMark(
          .rectangle, center: place + length * direction, axis: direction, halfAxes: SIMD2(length, 0.035), color: paint)
      )
      place += 2 * length * direction
      if (place * place).sum() > 0.5 { place *= 0.3 }
    }
    for _ in 0..<wear.bulletMarks {
      let center = stream.direction() * stream.uniform().squareRoot() * 0.9
      // The paint flakes off around a hole of some 8 mm.
      let hole = stream.between(0.008, 0.014)
      marks.append(
        SurfaceMark(.ellipse, center: center, halfAxes: SIMD2(repeating: 3 * hole), color: Light(0.45, 0.45, 0.43, 0)))
      marks.append(
        SurfaceMark(.ellipse, center: center, halfAxes: SIMD2(repeating: hole), color: Light(0.01, 0.01, 0.01, 0)))
    }
    return marks
  }
}
