import Groundwork

extension Corruptions {
  /// Frosted glass: a blur, then pixels that take a neighbour's colour, then the blur again.
  ///
  /// Pixels are visited from the lower right to the upper left; each takes the colour of one that lies up to `reach`
  /// to the left or above, or its own. The benchmark's text speaks of swapping; its published pictures come from a
  /// program that copies, and so does this.
  package struct GlassBlur: Corruption {
    /// Of the Gaussian, in pixels.
    package var deviation: Float
    /// How far colours come from, in pixels.
    package var reach: Int
    /// How often all pixels are visited.
    package var rounds: Int

    package func corrupted(_ image: Image, using stream: inout RandomStream) -> Image {
      var shuffled = image.mapPlanes { $0.blurred(deviation: deviation) }
      for _ in 0..<rounds {
        for y in stride(from: image.height - reach, to: reach, by: -1) {
          for x in stride(from: image.width - reach, to: reach, by: -1) {
            let (dx, dy) = (stream.index(below: 2 * reach) - reach, stream.index(below: 2 * reach) - reach)
            shuffled[x: x, y: y] = shuffled[x: x + dx, y: y + dy]
          }
        }
      }
      return shuffled.mapPlanes { $0.blurred(deviation: deviation) }
    }
  }
}
