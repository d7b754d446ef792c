import Groundwork

extension Corruptions {
  /// A picture on a rubber sheet: a random affine map, then every pixel moved by a smooth random field
  /// (Simard, Steinkraus and Platt, "Best practices for convolutional neural networks", 2003).
  package struct ElasticTransform: Corruption {
    /// How far the field may move a pixel before it is smoothed, as a part of the picture's shorter side.
    package var amplitude: Float
    /// The deviation of the smoothing, as a part of the side.
    package var smoothing: Float
    /// How far the affine map moves its three points, as a part of the side.
    package var shift: Float

    package func corrupted(_ image: Image, using stream: inout RandomStream) -> Image {
      let side = Float(min(image.width, image.height))
      let map = SheetMap(width: image.width, height: image.height, shift: shift * side, stream: &stream)
      let sheared = image.mapPlanes { plane in
        resampled(plane, border: .mirroredAboutEdge) { x, y in map.source(ofX: x, y: y) }
      }
      let fields = (0..<2).map { _ in
        ScalarField(width: image.width, height: image.height) { stream.uniform(in: -1..<1) }
          .blurred(deviation: smoothing * side, cutoff: 3, border: .mirrored)
      }
      let reach = amplitude * side
      guard reach > 0 else { return sheared }
      return sheared.mapPlanes { plane in
        resampled(plane, border: .mirrored) { x, y in
          (Float(x) + reach * fields[0][x, y], Float(y) + reach * fields[1][x, y])
        }
      }
    }

    private func resampled(
      _ plane: ScalarField, border: ScalarField.Border, from source: (_ x: Int, _ y: Int) -> (Float, Float)
    ) -> ScalarField {
      var result = plane
      for y in 0..<plane.height {
        for x in 0..<plane.width {
          let (column, row) = source(x, y)
          result[x, y] = plane.value(atX: column, y: row, border: border)
        }
      }
      return result
    }
  }
}

/// The affine map that moves three points around the middle of a picture at random.
private struct SheetMap {
  /// Where the second point of the three lies, and where it comes from.
  private var corner: SIMD2<Float>
  private var origin: SIMD2<Float>
  /// The way back: what a step to the right and a step down are in the picture before.
  private var right: SIMD2<Float>
  private var down: SIMD2<Float>

  init(width: Int, height: Int, shift: Float, stream: inout RandomStream) {
    let center = SIMD2(Float(width / 2), Float(height / 2))
    let reach = Float(min(width, height) / 3)
    let points = [SIMD2(reach, reach), SIMD2(reach, -reach), SIMD2(-reach, -reach)].map { center + $0 }
    let moved = points.map { point in
      guard shift > 0 else { return point }
      return point + SIMD2(stream.uniform(in: -shift..<shift), stream.uniform(in: -shift..<shift))
    }
    // The two sides of the corner, before and after; solved for the way back.
    let (across, along) = (moved[1] - moved[2], moved[0] - moved[1])
    let determinant = across.x * along.y - across.y * along.x
    corner = moved[1]
    origin = points[1]
    right = SIMD2(along.y * 2 * reach, -across.y * 2 * reach) / determinant
    down = SIMD2(-along.x * 2 * reach, across.x * 2 * reach) / determinant
  }

  func source(ofX x: Int, y: Int) -> (Float, Float) {
    let step = SIMD2(Float(x), Float(y)) - corner
    let source = origin + step.x * right + step.y * down
    return (source.x, source.y)
  }
}
