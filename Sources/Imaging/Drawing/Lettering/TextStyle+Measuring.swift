extension TextStyle {
  /// A glyph's place on a line, in pixels from the line's start.
  struct Place {
    var glyph: Typeface.Glyph
    /// Where the left edge of the glyph's extent lies.
    var x: Int
    /// The extent's width from edge to edge.
    var width: Int
  }

  /// Where the glyphs of a text come to lie: the first one's left edge at 0. A line break counts as a space.
  func places(of text: String) -> (glyphs: [Place], width: Int) {
    var glyphs: [Place] = []
    var pen = 0.0
    var end = 0
    for character in text {
      guard let glyph = Typeface.glyph(for: character) else {
        pen += Typeface.spaceWidth * scale
        continue
      }
      if !(glyphs.isEmpty && pen == 0) { pen += glyph.bearings.left * scale }
      let x = Int(pen.rounded())
      let width = width(of: glyph)
      glyphs.append(Place(glyph: glyph, x: x, width: width))
      end = x + width
      pen = Double(end) + glyph.bearings.right * scale
    }
    return (glyphs, text.last?.isWhitespace == true ? Int(pen.rounded()) : end)
  }

  private func width(of glyph: Typeface.Glyph) -> Int {
    let span = glyph.extent.upperBound - glyph.extent.lowerBound
    return max(1, Int((span * scale + strokeWidth).rounded()))
  }

  /// How wide a text is in pixels, from the first stroke's left edge to the last one's right edge.
  package func width(of text: String) -> Int { places(of: text).width }

  /// The text itself where it fits, else its beginning and an ellipsis.
  /// - Parameter width: in pixels; an ellipsis alone may be wider.
  package func shortened(_ text: String, toFit width: Int) -> String {
    guard self.width(of: text) > width else { return text }
    var kept = text[...]
    while !kept.isEmpty {
      kept = kept.dropLast()
      while kept.last?.isWhitespace == true { kept = kept.dropLast() }
      let candidate = kept + "…"
      if self.width(of: String(candidate)) <= width { return String(candidate) }
    }
    return "…"
  }
}
