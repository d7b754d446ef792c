import Imaging
import Records

extension SideBySide {
  func drawHead(on page: inout Image, _ layout: Layout) {
    let scale = layout.scale
    let pill = page.drawPill(
      verdict.word, right: layout.width - layout.margin, middle: scale(60), color: verdict.color, scale: scale)
    let room = layout.width - 2 * layout.margin
    let heading = scale.text(19, .bold)
    page.draw(
      heading.shortened(title, toFit: room - pill - scale(24)), x: layout.margin, baseline: scale(68), style: heading,
      color: Palette.ink)
    let text = scale.text(10)
    let lines = text.lines(of: name, separator: " · ", details, toFit: room, atMost: 2)
    for (line, words) in lines.enumerated() {
      page.draw(words, x: layout.margin, baseline: scale(96 + 20 * line), style: text, color: Palette.muted)
    }
  }

  func drawPanels(on page: inout Image, _ layout: Layout) {
    let difference = SignedDifference(clean: clean.image, crafted: crafted.image)
    let pictures = [clean.image, crafted.image, difference.picture]
    let names = ["Clean", "Crafted", "Difference \(difference.label)"]
    let scale = layout.scale
    for (panel, picture) in pictures.enumerated() {
      let place = layout.picture(panel)
      page.draw(
        names[panel], x: layout.left(panel), baseline: layout.panelTop - scale(11), style: scale.text(10, .bold),
        color: Palette.ink)
      if place.width < layout.side || place.height < layout.side {
        let square = PixelRectangle(
          x: layout.left(panel), y: layout.panelTop, width: layout.side, height: layout.side)
        page.fill(square, color: Palette.shade)
      }
      page.paste(picture.fitted(layout.fit), x: place.x, y: place.y)
    }
    page.draw(
      size(layout), x: layout.left(0) + layout.side, baseline: layout.panelTop - scale(11), style: scale.text(9),
      color: Palette.muted, alignment: .right)
    page.draw(
      difference.isCut ? "grey: unchanged, cut at ±0.5" : "grey: unchanged", x: layout.left(2) + layout.side,
      baseline: layout.panelTop - scale(11), style: scale.text(9), color: Palette.muted, alignment: .right)
    let isMisread = verdict == .misreadBefore
    drawReading(clean.reading, panel: 0, color: isMisread ? Palette.alarm : Palette.calm, on: &page, layout)
    drawReading(crafted.reading, panel: 1, color: verdict.color, on: &page, layout)
    drawExtent(on: &page, layout)
  }

  private func size(_ layout: Layout) -> String {
    let pixels = "\(clean.image.width) × \(clean.image.height) pixels"
    return layout.fit.factor > 1 ? pixels + ", shown ×\(layout.fit.factor)" : pixels
  }

  private func drawReading(
    _ reading: ReadingRecord, panel: Int, color: Color, on page: inout Image, _ layout: Layout
  ) {
    let (scale, left) = (layout.scale, layout.left(panel))
    let top = layout.panelTop + layout.side
    let name = scale.text(14, .bold)
    let sure = Figure.percent(reading.confidence)
    let room = layout.side - scale.text(14).width(of: sure) - scale(16)
    page.draw(
      name.shortened(reading.words, toFit: room), x: left, baseline: top + scale(32), style: name, color: color)
    page.draw(
      sure, x: left + layout.side, baseline: top + scale(32), style: scale.text(14), color: Palette.ink,
      alignment: .right)
    page.drawBar(
      reading.confidence,
      in: PixelRectangle(x: left, y: top + scale(42), width: layout.side, height: scale(8)), color: color)
  }

  private func drawExtent(on page: inout Image, _ layout: Layout) {
    let (scale, left) = (layout.scale, layout.left(2))
    let top = layout.panelTop + layout.side
    page.draw(
      "\(Figure.count(norms.l0Pixels)) of \(Figure.count(clean.image.pixelCount)) pixels", x: left,
      baseline: top + scale(32), style: scale.text(14, .bold), color: Palette.ink)
    let share = norms.l0Pixels.map { Double($0) / Double(clean.image.pixelCount) }
    page.draw(
      Figure.percent(share), x: left + layout.side, baseline: top + scale(32), style: scale.text(14),
      color: Palette.ink, alignment: .right)
    page.drawBar(
      share ?? 0, in: PixelRectangle(x: left, y: top + scale(42), width: layout.side, height: scale(8)),
      color: Palette.muted)
  }

  func drawNorms(on page: inout Image, _ layout: Layout) {
    let scale = layout.scale
    let band = PixelRectangle(
      x: layout.margin, y: layout.panelTop + layout.side + scale(82), width: layout.width - 2 * layout.margin,
      height: scale(74))
    page.fillRounded(band, radius: 6 * scale.unit, color: Palette.shade)
    let figures = NormFigures(norms).captions
    for (index, figure) in figures.enumerated() {
      let x = band.x + scale(24) + index * (band.width - scale(24)) / figures.count
      page.draw(figure.name, x: x, baseline: band.y + scale(27), style: scale.text(9), color: Palette.muted)
      page.draw(figure.value, x: x, baseline: band.y + scale(56), style: scale.text(14, .bold), color: Palette.ink)
    }
  }
}
