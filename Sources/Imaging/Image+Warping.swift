extension Image {
  /// The picture as a projective map shows it.
  ///
  /// Every new pixel looks back into this picture. Where the map shrinks, it takes the mean of a grid of samples, one for
  /// each old pixel that it steps over along either axis, so nothing is skipped and a halving is the exact mean of 2 x 2;
  /// a grid needs no smaller copies of the picture beforehand and follows a slant as it changes from pixel to pixel.
  /// Samples are interpolated linearly; beyond the picture's edges lies the background, so the edges are smooth.
  /// - Parameters:
  ///   - map: from this picture's plane to the new one's, pixel (0, 0) covering the square from (0, 0) to (1, 1).
  ///   - width: the new picture's width.
  ///   - height: the new picture's height.
  ///   - background: what lies outside this picture and beyond the horizon.
  /// - Precondition: both sides are at least 1.
  package func warped(
    by map: Homography, toWidth width: Int, height: Int, background: Color = .black
  ) -> Image {
    var result = Image(width: width, height: height)
    let back = map.inverse
    samples.withUnsafeBufferPointer { source in
      let sampler = WarpSampler(source: source, width: self.width, height: self.height, background: background)
      for y in 0..<height {
        for x in 0..<width {
          result[x: x, y: y] = sampler.mean(over: Point(x: Double(x), y: Double(y)), back)
        }
      }
    }
    return result
  }
}

/// Looks up colours between pixels.
private struct WarpSampler {
  let source: UnsafeBufferPointer<Float>
  let width: Int
  let height: Int
  let background: Color

  /// A finer grid is pointless where the picture runs into the horizon.
  private static let finestGrid = 64

  /// The mean colour seen through the unit square at `corner`.
  func mean(over corner: Point, _ back: Homography) -> Color {
    let columns = samples(from: (0, 0.5), to: (1, 0.5), corner, back)
    let rows = samples(from: (0.5, 0), to: (0.5, 1), corner, back)
    var sum = SIMD3<Double>.zero
    for row in 0..<rows {
      for column in 0..<columns {
        let point = Point(
          x: corner.x + (Double(column) + 0.5) / Double(columns), y: corner.y + (Double(row) + 0.5) / Double(rows))
        sum += back.apply(to: point).map(color) ?? components(background)
      }
    }
    let mean = sum / Double(rows * columns)
    return Color(red: Float(mean.x), green: Float(mean.y), blue: Float(mean.z))
  }

  /// How many samples fit the distance between two places in the unit square, seen in the source.
  private func samples(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), _ corner: Point, _ back: Homography
  ) -> Int {
    guard let a = back.apply(to: Point(x: corner.x + start.x, y: corner.y + start.y)),
      let b = back.apply(to: Point(x: corner.x + end.x, y: corner.y + end.y))
    else { return 1 }
    let distance = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
    // A distance of 1 that rounding has lengthened is still one sample.
    return Int(min(max((distance - 1e-6).rounded(.up), 1), Double(WarpSampler.finestGrid)))
  }

  /// The colour at a point, between the centres of the four nearest pixels.
  private func color(at point: Point) -> SIMD3<Double> {
    let (x, y) = (point.x - 0.5, point.y - 0.5)
    guard x > -1, y > -1, x < Double(width), y < Double(height) else { return components(background) }
    let (left, top) = (x.rounded(.down), y.rounded(.down))
    let (column, row) = (Int(left), Int(top))
    let (fx, fy) = (x - left, y - top)
    let upper = pixel(column, row) * (1 - fx) + pixel(column + 1, row) * fx
    let lower = pixel(column, row + 1) * (1 - fx) + pixel(column + 1, row + 1) * fx
    return upper * (1 - fy) + lower * fy
  }

  private func pixel(_ column: Int, _ row: Int) -> SIMD3<Double> {
    guard (0..<width).contains(column), (0..<height).contains(row) else { return components(background) }
    let at = row * width + column
    let plane = width * height
    return SIMD3(Double(source[at]), Double(source[plane + at]), Double(source[2 * plane + at]))
  }

  private func components(_ color: Color) -> SIMD3<Double> {
    SIMD3(Double(color.red), Double(color.green), Double(color.blue))
  }
}
