import Imaging
import Records

extension DriveSheet {
  /// Draws what lies beside the photographs: the speed over the way, what was read on it, the outcomes and the norms.
  func drawCourse(on page: inout Image, in area: PixelRectangle) {
    let text = TextStyle(capHeight: 10)
    let sentences = (words.findings + words.record.notes).flatMap {
      text.lines(of: $0, toFit: area.width, atMost: 2)
    }
    let outcomes = OutcomeTable(words, width: area.width)
    let ribbon = ReadingRibbon(words)
    let norms = words.record.attack == nil ? 0 : DriveSheet.normsHeight + 16
    let below = 12 + ribbon.height + 14 + DriveSheet.lineHeight * sentences.count + 14 + outcomes.height + norms
    let chartArea = PixelRectangle(x: area.x, y: area.y, width: area.width, height: area.height - below)
    let frame = SpeedChart(words.record).chart.draw(
      on: &page, in: chartArea, scale: Sheet.scale, leftRoom: words.cars.count > 1 ? ReadingRibbon.nameRoom : 0)
    var y = chartArea.bottom + 12
    ribbon.draw(on: &page, frame: frame, y: y)
    y += ribbon.height + 14
    for sentence in sentences {
      page.draw(sentence, x: area.x, baseline: y + text.capHeight, style: text, color: Palette.ink)
      y += DriveSheet.lineHeight
    }
    y += 14
    outcomes.draw(on: &page, x: area.x, y: y)
    if norms > 0 { drawNorms(on: &page, x: area.x, y: area.bottom - DriveSheet.normsHeight, width: area.width) }
  }

  private static let lineHeight = 20
  private static let normsHeight = 116

  private func drawNorms(on page: inout Image, x: Int, y: Int, width: Int) {
    let band = PixelRectangle(x: x, y: y, width: width, height: DriveSheet.normsHeight)
    page.fillRounded(band, radius: 6, color: Palette.shade)
    let (text, bold) = (TextStyle(capHeight: 9), TextStyle(capHeight: 10, weight: .bold))
    let rows = NormSummaries(words.record.norms).rows
    let first = 84
    let column = (width - first - 16) / rows.count
    for (index, name) in ["mean", "median", "worst"].enumerated() {
      page.draw(name, x: x + 16, baseline: y + 52 + 26 * index, style: text, color: Palette.muted)
    }
    page.draw("\(words.record.norms.frames) changed", x: x + 16, baseline: y + 24, style: text, color: Palette.muted)
    for (index, norm) in rows.enumerated() {
      let right = x + first + (index + 1) * column
      page.draw(norm.name, x: right, baseline: y + 24, style: text, color: Palette.muted, alignment: .right)
      for (row, figure) in norm.figures.enumerated() {
        page.draw(
          figure, x: right, baseline: y + 52 + 26 * row, style: row == 1 ? bold : text, color: Palette.ink,
          alignment: .right)
      }
    }
  }
}
