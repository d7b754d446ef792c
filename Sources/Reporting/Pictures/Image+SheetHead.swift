import Imaging

extension Image {
  /// A sheet's title and what else must be said, at its top.
  /// - Parameter note: what stands at the right of the title's line: `page 1 of 3`.
  mutating func drawSheetHead(title: String, details: String, margin: Int, note: String? = nil) {
    let room = width - 2 * margin
    let heading = TextStyle(capHeight: 17, weight: .bold)
    let text = TextStyle(capHeight: 10)
    let noteRoom = note.map { text.width(of: $0) + 24 } ?? 0
    draw(
      heading.shortened(title, toFit: room - noteRoom), x: margin, baseline: 48, style: heading, color: Palette.ink)
    for (line, words) in text.lines(of: details, toFit: room, atMost: 2).enumerated() {
      draw(words, x: margin, baseline: 72 + 18 * line, style: text, color: Palette.muted)
    }
    if let note {
      draw(note, x: width - margin, baseline: 48, style: text, color: Palette.muted, alignment: .right)
    }
  }
}
