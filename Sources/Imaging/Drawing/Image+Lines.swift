/// The rhythm of a broken line, in pixels.
package struct Dash: Sendable, Hashable {
  /// The length of a stroke, above 0.
  package var stroke: Double
  /// The length of the gap after it, at least 0.
  package var gap: Double

  package init(stroke: Double, gap: Double) {
    self.stroke = stroke
    self.gap = gap
  }
}

extension Image {
  /// Draws a straight line with round ends, smooth at the edges; pixel (0, 0) covers (0, 0) to (1, 1).
  package mutating func drawLine(
    from start: Point, to end: Point, width: Double = 1, color: Color, dash: Dash? = nil, opacity: Float = 1
  ) {
    drawPolyline([start, end], width: width, color: color, dash: dash, opacity: opacity)
  }

  /// Draws a line through points, blended once so that its joints do not show. A point that is not finite breaks it.
  /// - Parameters:
  ///   - points: in pixels.
  ///   - width: in pixels.
  ///   - color: the line's colour.
  ///   - dash: the rhythm when the line is broken, counted along its length.
  ///   - opacity: in [0, 1].
  package mutating func drawPolyline(
    _ points: [Point], width: Double, color: Color, dash: Dash? = nil, opacity: Float = 1
  ) {
    var mask = CoverageMask(around: points, strokeWidth: width, within: bounds)
    for (start, end) in strokes(through: points, dash: dash) { mask.addStroke(from: start, to: end, width: width) }
    blend(mask, color: color, opacity: opacity)
  }

  private func strokes(through points: [Point], dash: Dash?) -> [(Point, Point)] {
    let solid = Array(zip(points, points.dropFirst()))
    guard let dash, dash.gap > 0, dash.stroke > 0 else { return solid }
    var pieces: [(Point, Point)] = []
    var travelled = 0.0
    for (start, end) in solid {
      let length = ((end.x - start.x) * (end.x - start.x) + (end.y - start.y) * (end.y - start.y)).squareRoot()
      guard length > 0, length.isFinite, length < 1e5 else { continue }
      func point(at place: Double) -> Point {
        let share = min(max(place / length, 0), 1)
        return Point(x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y))
      }
      let period = dash.stroke + dash.gap
      var place = -travelled.truncatingRemainder(dividingBy: period)
      while place < length {
        if place + dash.stroke > 0 { pieces.append((point(at: place), point(at: place + dash.stroke))) }
        place += period
      }
      travelled += length
    }
    return pieces
  }
}
