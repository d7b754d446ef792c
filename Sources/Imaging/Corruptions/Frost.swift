import Foundation
import Groundwork

extension Corruptions {
  /// Ice on the lens: a x + b ice. The benchmark lays parts of photographs over the picture; here the ice is drawn.
  package struct Frost: Corruption {
    /// a: which part of the picture shines through.
    package var kept: Float
    /// b: which part of the ice's light is added.
    package var ice: Float

    package func corrupted(_ image: Image, using stream: inout RandomStream) -> Image {
      let layer = IceFlowers(width: image.width, height: image.height, stream: &stream).light
      func iced(_ channel: Int, _ tint: Float) -> ScalarField {
        var plane = image.plane(channel)
        for place in plane.values.indices {
          plane.values[place] = kept * plane.values[place] + ice * min(tint * layer.values[place], 1)
        }
        return plane
      }
      return Image(red: iced(0, 0.86), green: iced(1, 0.95), blue: iced(2, 1.06))
    }
  }
}

/// Ice on a window: a cloudy film, and feathers of needles that grow into it with side branches at 60 degrees, as the
/// lattice of ice has it. Bright where ice is thick.
struct IceFlowers {
  /// `(height, width)`, in [0, 1].
  private(set) var light: ScalarField

  init(width: Int, height: Int, stream: inout RandomStream) {
    let side = max(width, height)
    let film = Plasma(covering: side, decay: 1.6, stream: &stream).field
    light = ScalarField(width: width, height: height, values: [Float](repeating: 0, count: width * height))
    for y in 0..<height {
      for x in 0..<width { light[x, y] = 0.12 + 0.4 * film[x, y] }
    }
    let unit = Float(side) / 32
    for _ in 0..<6 + stream.index(below: 4) {
      let start = SIMD2(stream.uniform(in: 0..<Float(width)), stream.uniform(in: 0..<Float(height)))
      growFeather(from: start, unit: unit, stream: &stream)
    }
  }

  /// A stem with branches that shorten towards its tip.
  private mutating func growFeather(from start: SIMD2<Float>, unit: Float, stream: inout RandomStream) {
    let angle = stream.uniform(in: 0..<2 * .pi)
    let length = unit * stream.uniform(in: 10..<24)
    let strength = stream.uniform(in: 0.6..<0.95)
    let stem = SIMD2(cos(angle), sin(angle))
    drawNeedle(from: start, to: start + length * stem, width: 0.55 * unit, strength: strength)
    var along = unit * 2
    while along < length {
      let reach = 0.45 * (length - along) * stream.uniform(in: 0.6..<1)
      for turn in [-Float.pi / 3, .pi / 3] {
        let branch = SIMD2(cos(angle + turn), sin(angle + turn))
        let foot = start + along * stem
        drawNeedle(from: foot, to: foot + reach * branch, width: 0.4 * unit, strength: 0.8 * strength)
      }
      along += unit * stream.uniform(in: 2..<3.5)
    }
  }

  /// Adds light around a straight line, most on it.
  private mutating func drawNeedle(from start: SIMD2<Float>, to end: SIMD2<Float>, width: Float, strength: Float) {
    let margin = 3 * width
    let low = pointwiseMin(start, end) - margin
    let high = pointwiseMax(start, end) + margin
    let columns = IceFlowers.pixels(from: low.x, to: high.x, of: light.width)
    let rows = IceFlowers.pixels(from: low.y, to: high.y, of: light.height)
    let way = end - start
    let square = max((way * way).sum(), 1e-6)
    for y in rows {
      for x in columns {
        let place = SIMD2(Float(x) + 0.5, Float(y) + 0.5) - start
        let share = min(max((place * way).sum() / square, 0), 1)
        let offset = place - share * way
        let glow = strength * exp(-(offset * offset).sum() / (2 * width * width))
        light[x, y] += glow * (1 - light[x, y])
      }
    }
  }

  /// The pixels of a side that an interval touches.
  private static func pixels(from low: Float, to high: Float, of count: Int) -> Range<Int> {
    let first = min(max(Int(low.rounded(.down)), 0), count)
    return first..<min(max(Int(high.rounded(.up)), first), count)
  }
}
