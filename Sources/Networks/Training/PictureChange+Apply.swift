import Foundation
import Groundwork

extension PictureChange {
  /// Writes the changed picture, levels in [0, 1]; the order is warp, light, resolution, blur, noise.
  ///
  /// - Parameters:
  ///   - source: `(channels, side, side)` 8-bit levels, planar.
  ///   - destination: `(channels, side, side)`, planar; all of it is overwritten.
  ///   - side: the picture's width and height.
  ///   - stream: where the noise comes from.
  func apply(
    to source: UnsafeBufferPointer<UInt8>, writing destination: UnsafeMutableBufferPointer<Float>,
    side: Int, channels: Int, stream: inout RandomStream
  ) {
    warp(source, into: destination, side: side, channels: channels)
    if let resolution, resolution < side {
      reduceResolution(of: destination, to: max(1, resolution), side: side, channels: channels)
    }
    if let blur { smooth(destination, sigma: blur, side: side, channels: channels) }
    if let noise { add(noise: noise, to: destination, from: &stream) }
    for index in destination.indices { destination[index] = min(max(destination[index], 0), 1) }
  }

  /// One bilinear affine warp about the centre, edges repeated; brightness and contrast in the same pass.
  private func warp(
    _ source: UnsafeBufferPointer<UInt8>, into destination: UnsafeMutableBufferPointer<Float>, side: Int, channels: Int
  ) {
    let plane = side * side
    var sum = 0
    for level in source { sum += Int(level) }
    let mean = Float(sum) / Float(source.count)
    // Level v becomes ((v - mean) contrast + mean) brightness / 255.
    let gain = contrast * brightness / 255
    let offset = mean * (1 - contrast) * brightness / 255

    let inverse = inverseMap
    let centre = Float(side - 1) / 2
    let limit = Float(side - 1)
    for y in 0..<side {
      let v = Float(y) - centre - shiftY * Float(side)
      for x in 0..<side {
        let u = Float(x) - centre - shiftX * Float(side)
        let sourceX = min(max(inverse.xx * u + inverse.xy * v + centre, 0), limit)
        let sourceY = min(max(inverse.yx * u + inverse.yy * v + centre, 0), limit)
        let left = Int(sourceX)
        let top = Int(sourceY)
        let partX = sourceX - Float(left)
        let partY = sourceY - Float(top)
        let right = left < side - 1 ? 1 : 0
        let below = top < side - 1 ? side : 0
        var at = top * side + left
        var to = y * side + x
        for _ in 0..<channels {
          let upper = Float(source[at]) + partX * (Float(source[at + right]) - Float(source[at]))
          let lower =
            Float(source[at + below]) + partX * (Float(source[at + below + right]) - Float(source[at + below]))
          destination[to] = (upper + partY * (lower - upper)) * gain + offset
          at += plane
          to += plane
        }
      }
    }
  }

  /// From the changed picture back to the source: the inverse of scale, then shear, then rotation.
  private var inverseMap: (xx: Float, xy: Float, yx: Float, yy: Float) {
    let angle = rotation * .pi / 180
    let cosine = Foundation.cos(angle)
    let sine = Foundation.sin(angle)
    return (
      (cosine + shear * sine) / scale, (sine - shear * cosine) / scale,
      -sine / scale, cosine / scale
    )
  }

  /// Gaussian noise as the sum of four uniform bytes of one random word (Irwin and Hall): close enough to a sensor's,
  /// and far cheaper than a logarithm and a cosine a level.
  private func add(
    noise: Float, to levels: UnsafeMutableBufferPointer<Float>, from stream: inout RandomStream
  ) {
    // A uniform byte has variance (256² - 1) / 12.
    let scale = noise / (4 * Float(65_535) / 12).squareRoot()
    for index in levels.indices {
      let word = stream.nextWord()
      let sum = (word & 0xFF) + (word >> 8 & 0xFF) + (word >> 16 & 0xFF) + (word >> 24)
      levels[index] += (Float(sum) - 510) * scale
    }
  }
}
