import Foundation
import Groundwork

extension PictureChange {
  /// Writes the changed picture, levels in [0, 1]; the order is gamma, warp, colour and light, occlusion, stickers,
  /// resolution, motion, blur, noise.
  ///
  /// - Parameters:
  ///   - source: `(3, side, side)` 8-bit levels, planar RGB.
  ///   - destination: `(3, side, side)`, planar; all of it is overwritten.
  ///   - side: the picture's width and height.
  ///   - stream: where the stickers' places and the noise come from.
  func apply(
    to source: UnsafeBufferPointer<UInt8>, writing destination: UnsafeMutableBufferPointer<Float>,
    side: Int, stream: inout RandomStream
  ) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: source.count) { levels in
      let mean = decode(source, into: levels)
      warp(UnsafeBufferPointer(levels), into: destination, side: side, color: colorMap(mean: mean))
    }
    if let occlusion { occlusion.cover(destination, side: side) }
    if let stickers { stickers.cover(destination, side: side, stream: &stream) }
    if let resolution, resolution < side { reduceResolution(of: destination, to: max(1, resolution), side: side) }
    if let motion { motion.smear(destination, side: side) }
    if let blur { smooth(destination, sigma: blur, side: side) }
    if let noise { add(noise: noise, to: destination, from: &stream) }
    for index in destination.indices { destination[index] = min(max(destination[index], 0), 1) }
  }

  /// Levels in [0, 1], raised to gamma by a table.
  /// - Returns: their mean.
  private func decode(_ source: UnsafeBufferPointer<UInt8>, into levels: UnsafeMutableBufferPointer<Float>) -> Float {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 256) { table in
      for level in 0...255 {
        let value = Float(level) / 255
        table[level] = gamma == 1 ? value : Foundation.pow(value, gamma)
      }
      var sum: Float = 0
      for index in source.indices {
        let value = table[Int(source[index])]
        levels[index] = value
        sum += value
      }
      return sum / Float(source.count)
    }
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

extension Occlusion {
  /// Paints the rectangle over a picture `(3, side, side)`, to whole pixels.
  fileprivate func cover(_ levels: UnsafeMutableBufferPointer<Float>, side: Int) {
    let low = (center - size / 2) * Float(side)
    let high = (center + size / 2) * Float(side)
    let columns = max(0, Int(low.x.rounded()))..<max(0, min(side, Int(high.x.rounded())))
    let rows = max(0, Int(low.y.rounded()))..<max(0, min(side, Int(high.y.rounded())))
    for channel in 0..<3 {
      for y in rows {
        for x in columns { levels[(channel * side + y) * side + x] = color[channel] }
      }
    }
  }
}

extension Stickers {
  /// Sticks them on a picture `(3, side, side)`, each about a point of its middle four fifths, between half and twice as
  /// wide as high; most are of one grey from black to white, as paper, foil and tape are.
  fileprivate func cover(
    _ levels: UnsafeMutableBufferPointer<Float>, side: Int, stream: inout RandomStream
  ) {
    for _ in 0..<count {
      let center = SIMD2(stream.uniform(in: 0.1..<0.9), stream.uniform(in: 0.1..<0.9))
      let aspect = stream.uniform(in: 0.5..<2).squareRoot()
      let grey = stream.uniform()
      let color = stream.uniform() < 0.6 ? SIMD3(repeating: grey) : SIMD3(grey, stream.uniform(), stream.uniform())
      Occlusion(center: center, size: SIMD2(size * aspect, size / aspect), color: color).cover(levels, side: side)
    }
  }
}
