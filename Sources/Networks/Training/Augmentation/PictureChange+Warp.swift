import Foundation

extension PictureChange {
  /// An affine change of colour: a column for each of R, G and B, and what is added.
  struct ColorMap {
    var red: SIMD4<Float>
    var green: SIMD4<Float>
    var blue: SIMD4<Float>
    var offset: SIMD4<Float>

    func callAsFunction(_ color: SIMD4<Float>) -> SIMD4<Float> {
      red * color.x + green * color.y + blue * color.z + offset
    }
  }

  /// Hue, then saturation, contrast about `mean`, brightness and tint.
  func colorMap(mean: Float) -> ColorMap {
    let luma = SIMD3<Float>(0.299, 0.587, 0.114)
    let gain = tint * brightness
    func column(_ color: SIMD3<Float>) -> SIMD4<Float> {
      let turned = turn(color)
      let grey = (turned * luma).sum()
      return SIMD4(gain * contrast * (grey + saturation * (turned - grey)), 0)
    }
    return ColorMap(
      red: column(SIMD3(1, 0, 0)), green: column(SIMD3(0, 1, 0)), blue: column(SIMD3(0, 0, 1)),
      offset: SIMD4(gain * mean * (1 - contrast), 0))
  }

  /// A colour turned by the hue about the grey axis (Rodrigues).
  private func turn(_ color: SIMD3<Float>) -> SIMD3<Float> {
    let angle = hue * .pi / 180
    let cosine = Foundation.cos(angle)
    let along = SIMD3<Float>(repeating: color.sum() / 3)
    let across = SIMD3(color.z - color.y, color.x - color.z, color.y - color.x) / Float(3).squareRoot()
    return color * cosine + across * Foundation.sin(angle) + along * (1 - cosine)
  }

  /// One bilinear warp about the centre, edges repeated, and the change of colour in the same pass.
  /// - Parameter source: `(3, side, side)`, planar.
  func warp(
    _ source: UnsafeBufferPointer<Float>, into destination: UnsafeMutableBufferPointer<Float>, side: Int,
    color: ColorMap
  ) {
    let plane = side * side
    let inverse = inverseMap
    let centre = Float(side - 1) / 2
    let limit = Float(side - 1)
    let (nearX, nearY) = (perspectiveX * 2 / Float(side), perspectiveY * 2 / Float(side))
    for y in 0..<side {
      let v = Float(y) - centre - shiftY * Float(side)
      for x in 0..<side {
        let u = Float(x) - centre - shiftX * Float(side)
        let depth = 1 / max(1 - nearX * u - nearY * v, 0.05)
        let sourceX = min(max((inverse.xx * u + inverse.xy * v) * depth + centre, 0), limit)
        let sourceY = min(max((inverse.yx * u + inverse.yy * v) * depth + centre, 0), limit)
        let left = Int(sourceX)
        let top = Int(sourceY)
        let partX = sourceX - Float(left)
        let partY = sourceY - Float(top)
        let right = left < side - 1 ? 1 : 0
        let below = top < side - 1 ? side : 0
        let at = top * side + left
        func corner(_ place: Int) -> SIMD4<Float> {
          SIMD4(source[place], source[place + plane], source[place + 2 * plane], 0)
        }
        let (topLeft, bottomLeft) = (corner(at), corner(at + below))
        let upper = topLeft + partX * (corner(at + right) - topLeft)
        let lower = bottomLeft + partX * (corner(at + below + right) - bottomLeft)
        let shown = color(upper + partY * (lower - upper))
        let to = y * side + x
        destination[to] = shown.x
        destination[to + plane] = shown.y
        destination[to + 2 * plane] = shown.z
      }
    }
  }

  /// From the changed picture back to the source: the inverse of the mirror, then scale, shear and rotation.
  private var inverseMap: (xx: Float, xy: Float, yx: Float, yy: Float) {
    let angle = rotation * .pi / 180
    let cosine = Foundation.cos(angle)
    let sine = Foundation.sin(angle)
    let across = (isMirrored ? -scale : scale) * width
    return (
      (cosine + shear * sine) / across, (sine - shear * cosine) / across,
      -sine / scale, cosine / scale
    )
  }
}
