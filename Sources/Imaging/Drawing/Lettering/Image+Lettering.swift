/// Which part of a text stands at the place that is given.
package enum TextAlignment: Sendable, Hashable {
  case left, center, right
}

extension Image {
  /// Writes one line of text.
  /// - Parameters:
  ///   - text: any text; a character that the face does not have is drawn as a question mark.
  ///   - x: the column where the text begins, has its middle, or ends, as `alignment` says.
  ///   - baseline: the row that letters stand on, the first one below their strokes.
  ///   - style: size and weight.
  ///   - color: the strokes' colour.
  ///   - alignment: which part of the text stands at `x`.
  package mutating func draw(
    _ text: String, x: Int, baseline: Int, style: TextStyle, color: Color, alignment: TextAlignment = .left
  ) {
    let line = style.places(of: text)
    let start =
      switch alignment {
      case .left: x
      case .center: x - line.width / 2
      case .right: x - line.width
      }
    for place in line.glyphs { draw(place, x: start + place.x, baseline: baseline, style: style, color: color) }
  }

  private mutating func draw(_ place: TextStyle.Place, x: Int, baseline: Int, style: TextStyle, color: Color) {
    let (scale, pen) = (style.scale, style.strokeWidth)
    let reach = style.overshoot
    let room = PixelRectangle(
      x: x - reach, y: baseline - style.capHeight - reach, width: place.width + 2 * reach,
      height: style.capHeight + 2 * reach
    ).intersection(bounds)
    guard !room.isEmpty else { return }
    let extent = place.glyph.extent
    let columns = PixelGrid(
      anchors: [(extent.lowerBound, pen / 2), (extent.upperBound, Double(place.width) - pen / 2)],
      others: place.glyph.stems, scale: scale, strokeWidth: pen)
    let small = (Typeface.smallHeight * scale + pen).rounded()
    let rows = PixelGrid(
      anchors: [
        (0, pen / 2), (Typeface.smallHeight, small - pen / 2),
        (Typeface.capHeight, Double(style.capHeight) - pen / 2),
      ], others: place.glyph.bars, scale: scale, strokeWidth: pen)
    func set(_ point: Point) -> Point {
      Point(x: Double(x) + columns[point.x], y: Double(baseline) - rows[point.y])
    }
    var mask = CoverageMask(bounds: room)
    for line in place.glyph.path.lines {
      let points = line.map(set)
      for (start, end) in zip(points, points.dropFirst()) { mask.addStroke(from: start, to: end, width: pen) }
    }
    for dot in place.glyph.path.dots { mask.addStroke(from: set(dot), to: set(dot), width: pen * 1.3) }
    blend(mask, color: color)
  }
}
