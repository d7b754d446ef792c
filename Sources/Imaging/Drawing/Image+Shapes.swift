extension Image {
  /// Fills a rectangle with one colour; what lies outside the picture is left out.
  package mutating func fill(_ rectangle: PixelRectangle, color: Color) {
    let touched = rectangle.intersection(bounds)
    for (channel, value) in [color.red, color.green, color.blue].enumerated() {
      for y in touched.rows {
        let line = offset(channel: channel, x: 0, y: y)
        for x in touched.columns { samples[line + x] = value }
      }
    }
  }

  /// Fills a rectangle with quarter circles for corners, smooth at the edges.
  package mutating func fillRounded(_ rectangle: PixelRectangle, radius: Double, color: Color, opacity: Float = 1) {
    var mask = CoverageMask(bounds: rectangle.intersection(bounds))
    mask.addRectangle(
      from: Point(x: Double(rectangle.x), y: Double(rectangle.y)),
      to: Point(x: Double(rectangle.right), y: Double(rectangle.bottom)), radius: radius)
    blend(mask, color: color, opacity: opacity)
  }

  /// Draws a filled disc, smooth at the edge.
  package mutating func drawDisc(center: Point, radius: Double, color: Color, opacity: Float = 1) {
    drawLine(from: center, to: center, width: 2 * radius, color: color, opacity: opacity)
  }

  /// Copies a picture onto this one with its top left corner at (x, y); what does not fit is left out.
  package mutating func paste(_ picture: Image, x: Int, y: Int) {
    let place = PixelRectangle(x: x, y: y, width: picture.width, height: picture.height).intersection(bounds)
    guard !place.isEmpty else { return }
    for channel in 0..<3 {
      for row in place.rows {
        let target = offset(channel: channel, x: place.x, y: row)
        let source = picture.offset(channel: channel, x: place.x - x, y: row - y)
        samples.replaceSubrange(
          target..<target + place.width, with: picture.samples[source..<source + place.width])
      }
    }
  }
}
