/// How much of each pixel a shape covers, in [0, 1], on the part of a picture that the shape can touch.
///
/// Strokes and discs are joined, not added, so a shape that is made of many pieces is blended onto the picture once and
/// shows no seams. A pixel's coverage is taken from the distance of its centre to the shape's edge.
package struct CoverageMask: Sendable {
  /// Where the mask lies; nothing outside is ever covered.
  package let bounds: PixelRectangle
  /// `(bounds.height, bounds.width)`, in [0, 1].
  package private(set) var values: [Float]

  /// An empty mask.
  package init(bounds: PixelRectangle) {
    self.bounds = bounds
    values = [Float](repeating: 0, count: bounds.width * bounds.height)
  }

  /// The mask around `points` with room for a stroke of that width, cut to the picture.
  package init(around points: [Point], strokeWidth: Double, within picture: PixelRectangle) {
    let reach = strokeWidth / 2 + 1
    let xs = points.map(\.x).filter(\.isFinite)
    let ys = points.map(\.y).filter(\.isFinite)
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else {
      self.init(bounds: PixelRectangle(x: 0, y: 0, width: 0, height: 0))
      return
    }
    self.init(
      bounds: CoverageMask.pixels(left - reach...right + reach, top - reach...bottom + reach, within: picture))
  }

  /// Joins a straight stroke with round ends; a stroke of no length is a dot. Points that are not finite draw nothing.
  package mutating func addStroke(from start: Point, to end: Point, width: Double) {
    guard [start.x, start.y, end.x, end.y].allSatisfy(\.isFinite) else { return }
    let along = Point(x: end.x - start.x, y: end.y - start.y)
    let square = along.x * along.x + along.y * along.y
    let reach = width / 2 + 1
    let touched = CoverageMask.pixels(
      min(start.x, end.x) - reach...max(start.x, end.x) + reach,
      min(start.y, end.y) - reach...max(start.y, end.y) + reach, within: bounds)
    join(touched) { x, y in
      let (dx, dy) = (x - start.x, y - start.y)
      let place = square > 0 ? min(max((dx * along.x + dy * along.y) / square, 0), 1) : 0
      let (rx, ry) = (dx - place * along.x, dy - place * along.y)
      return width / 2 - (rx * rx + ry * ry).squareRoot()
    }
  }

  /// Joins a filled rectangle whose corners are quarter circles; the sides may lie between pixels.
  package mutating func addRectangle(from corner: Point, to opposite: Point, radius: Double = 0) {
    let (halfWidth, halfHeight) = ((opposite.x - corner.x) / 2, (opposite.y - corner.y) / 2)
    guard halfWidth > 0, halfHeight > 0, halfWidth.isFinite, halfHeight.isFinite else { return }
    let center = Point(x: corner.x + halfWidth, y: corner.y + halfHeight)
    let round = min(max(radius, 0), halfWidth, halfHeight)
    let touched = CoverageMask.pixels(corner.x - 1...opposite.x + 1, corner.y - 1...opposite.y + 1, within: bounds)
    join(touched) { x, y in
      let dx = abs(x - center.x) - (halfWidth - round)
      let dy = abs(y - center.y) - (halfHeight - round)
      let outside = (max(dx, 0) * max(dx, 0) + max(dy, 0) * max(dy, 0)).squareRoot()
      return round - outside - min(max(dx, dy), 0)
    }
  }

  /// Raises every touched pixel to the coverage that its centre's depth inside the shape gives.
  private mutating func join(_ touched: PixelRectangle, _ depth: (_ x: Double, _ y: Double) -> Double) {
    for y in touched.rows {
      let line = (y - bounds.y) * bounds.width - bounds.x
      for x in touched.columns {
        let covered = Float(min(max(depth(Double(x) + 0.5, Double(y) + 0.5) + 0.5, 0), 1))
        if covered > values[line + x] { values[line + x] = covered }
      }
    }
  }

  /// The pixels that a region touches, without overflow however far away it lies.
  private static func pixels(
    _ xs: ClosedRange<Double>, _ ys: ClosedRange<Double>, within limit: PixelRectangle
  ) -> PixelRectangle {
    func clamped(_ value: Double, _ low: Int, _ high: Int) -> Int {
      Int(min(max(value.rounded(.down), Double(low)), Double(high)))
    }
    let left = clamped(xs.lowerBound, limit.x, limit.right)
    let top = clamped(ys.lowerBound, limit.y, limit.bottom)
    return PixelRectangle(
      x: left, y: top, width: clamped(xs.upperBound + 1, limit.x, limit.right) - left,
      height: clamped(ys.upperBound + 1, limit.y, limit.bottom) - top)
  }
}

extension Image {
  /// Lays a colour over the picture where a mask covers it.
  /// - Parameter opacity: how much of the colour shows where the mask is full, in [0, 1].
  package mutating func blend(_ mask: CoverageMask, color: Color, opacity: Float = 1) {
    let touched = mask.bounds.intersection(bounds)
    for y in touched.rows {
      let line = (y - mask.bounds.y) * mask.bounds.width - mask.bounds.x
      for x in touched.columns {
        let share = mask.values[line + x] * opacity
        if share > 0 { blend(color, share: share, x: x, y: y) }
      }
    }
  }

  private mutating func blend(_ color: Color, share: Float, x: Int, y: Int) {
    let old = self[x: x, y: y]
    self[x: x, y: y] = Color(
      red: old.red + share * (color.red - old.red), green: old.green + share * (color.green - old.green),
      blue: old.blue + share * (color.blue - old.blue))
  }
}
