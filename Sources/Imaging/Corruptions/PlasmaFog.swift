import Groundwork

extension Corruptions {
  /// Fog in billows: (x + c w) m / (m + c), with plasma w in [0, 1] and m the picture's brightest value.
  package struct Fog: Corruption {
    /// c: how much light the fog adds.
    package var density: Float
    /// How many times weaker each finer octave of the plasma is, at least 1: large for even fog.
    package var decay: Float

    package func corrupted(_ image: Image, using stream: inout RandomStream) -> Image {
      let plasma = Plasma(covering: max(image.width, image.height), decay: decay, stream: &stream)
      let brightest = image.samples.max() ?? 1
      return image.mapPlanes { plane in
        var foggy = plane
        for y in 0..<plane.height {
          for x in 0..<plane.width {
            foggy[x, y] = (plane[x, y] + density * plasma.field[x, y]) * brightest / (brightest + density)
          }
        }
        return foggy
      }
    }
  }
}

/// A cloudy field that joins itself at the edges, by the diamond-square method (Fournier, Fussell and Carpenter,
/// "Computer rendering of stochastic models", 1982).
struct Plasma {
  /// A square whose side is a power of two, from 0 at its lowest place to 1 at its highest.
  let field: ScalarField

  /// - Parameters:
  ///   - side: the least side.
  ///   - decay: what the range of the noise is divided by from one size of square to the next.
  init(covering side: Int, decay: Float, stream: inout RandomStream) {
    var size = 2
    while size < side { size *= 2 }
    var heights = ScalarField(width: size, height: size, values: [Float](repeating: 0, count: size * size))
    var (step, wobble): (Int, Float) = (size, 100)
    // The range of the published noise is the square of the wobble.
    func middle(_ sum: Float) -> Float { sum / 4 + wobble * stream.uniform(in: -wobble..<wobble) }
    func at(_ x: Int, _ y: Int) -> Float { heights[(x + size) % size, (y + size) % size] }
    while step >= 2 {
      let half = step / 2
      for y in stride(from: 0, to: size, by: step) {
        for x in stride(from: 0, to: size, by: step) {
          heights[x + half, y + half] = middle(at(x, y) + at(x + step, y) + at(x, y + step) + at(x + step, y + step))
        }
      }
      for y in stride(from: 0, to: size, by: step) {
        for x in stride(from: 0, to: size, by: step) {
          heights[x + half, y] = middle(at(x + half, y - half) + at(x + half, y + half) + at(x, y) + at(x + step, y))
          heights[x, y + half] = middle(at(x - half, y + half) + at(x + half, y + half) + at(x, y) + at(x, y + step))
        }
      }
      step = half
      wobble /= decay
    }
    let (low, high) = (heights.values.min() ?? 0, heights.values.max() ?? 1)
    field = heights.map { high > low ? ($0 - low) / (high - low) : 0 }
  }
}
