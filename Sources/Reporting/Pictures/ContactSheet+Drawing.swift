import Imaging
import Records

extension ContactSheet {
  func draw(_ entry: Entry, on page: inout Image, x: Int, y: Int) {
    let bold = TextStyle(capHeight: 9, weight: .bold)
    let word = entry.verdict.word
    page.draw(
      word, x: x + Grid.cellWidth, baseline: y + 12, style: bold, color: entry.verdict.color, alignment: .right)
    page.draw(
      bold.shortened(entry.name, toFit: Grid.cellWidth - bold.width(of: word) - 12), x: x, baseline: y + 12,
      style: bold, color: Palette.ink)

    let difference = SignedDifference(clean: entry.clean.image, crafted: entry.crafted.image)
    let captions = [
      caption(entry.clean.reading), caption(entry.crafted.reading),
      "\(difference.label)  L0 \(Figure.count(entry.norms.l0Pixels))  L2 \(Figure.decimal(entry.norms.l2, places: 2))",
    ]
    let clean = entry.verdict == .misreadBefore ? Palette.alarm : Palette.calm
    let colors = [clean, entry.verdict.color, Palette.muted]
    let small = TextStyle(capHeight: 8)
    for (panel, picture) in [entry.clean.image, entry.crafted.image, difference.picture].enumerated() {
      let left = x + panel * (Grid.picture + Grid.pictureGap)
      let top = y + Grid.caption
      let fit = picture.fit(into: Grid.picture)
      let square = PixelRectangle(x: left, y: top, width: Grid.picture, height: Grid.picture)
      page.fill(square, color: Palette.shade)
      page.paste(
        picture.fitted(fit), x: left + (Grid.picture - fit.width) / 2, y: top + (Grid.picture - fit.height) / 2)
      page.draw(
        small.shortened(captions[panel], toFit: Grid.picture), x: left, baseline: square.bottom + 15, style: small,
        color: colors[panel])
    }
  }

  private func caption(_ reading: ReadingRecord) -> String {
    "\(reading.words) \(Figure.percent(reading.confidence))"
  }
}
