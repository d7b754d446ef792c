import Imaging
import Records

extension DriveSheet {
  /// Draws what lies beside the photographs: the speed over the way, what was read on it, the outcomes and the norms.
  func drawCourse(on page: inout Image, in area: PixelRectangle) {
    let attacked = words.record.attacked != nil
    let tables = attacked ? 396 : 190
    let ribbonHeight = attacked ? 112 : 84
    let chartArea = PixelRectangle(
      x: area.x, y: area.y, width: area.width, height: area.height - tables - ribbonHeight)
    let frame = SpeedChart(words.record).chart.draw(on: &page, in: chartArea, scale: Sheet.scale)
    ReadingRibbon(words).draw(on: &page, frame: frame, left: area.x, y: chartArea.bottom + 12)
    let tableTop = chartArea.bottom + ribbonHeight + (attacked ? 78 : 12)
    let text = TextStyle(capHeight: 10)
    let sentences = words.findings + words.record.notes
    for (line, sentence) in sentences.enumerated() {
      page.draw(
        text.shortened(sentence, toFit: area.width), x: area.x,
        baseline: chartArea.bottom + ribbonHeight + 12 + 22 * line, style: text, color: Palette.ink)
    }
    drawOutcomes(on: &page, x: area.x, y: tableTop, width: area.width)
    if attacked { drawNorms(on: &page, x: area.x, y: tableTop + 178, width: area.width) }
  }

  private func drawOutcomes(on page: inout Image, x: Int, y: Int, width: Int) {
    let cars = words.cars
    let (text, bold) = (TextStyle(capHeight: 10), TextStyle(capHeight: 10, weight: .bold))
    let first = 164
    let column = (width - first) / cars.count
    for (index, car) in cars.enumerated() {
      let left = x + first + index * column
      page.draw(car.title, x: left, baseline: y + 14, style: bold, color: Palette.ink)
      for (row, fact) in DriveWords.facts.enumerated() {
        let style = row == 0 ? bold : text
        page.draw(
          style.shortened(fact.tell(words, car), toFit: column - 12), x: left, baseline: y + 44 + 26 * row,
          style: style, color: row == 0 ? DriveSheet.color(words.judgement(car.outcome)) : Palette.ink)
      }
    }
    page.fill(PixelRectangle(x: x, y: y + 24, width: width, height: 1), color: Palette.rule)
    for (row, fact) in DriveWords.facts.enumerated() {
      page.draw(fact.name, x: x, baseline: y + 44 + 26 * row, style: text, color: Palette.muted)
    }
  }

  private func drawNorms(on page: inout Image, x: Int, y: Int, width: Int) {
    let band = PixelRectangle(x: x, y: y, width: width, height: 132)
    page.fillRounded(band, radius: 6, color: Palette.shade)
    let (text, bold) = (TextStyle(capHeight: 9), TextStyle(capHeight: 10, weight: .bold))
    let rows = NormSummaries(words.record.norms).rows
    let first = 84
    let column = (width - first - 16) / rows.count
    for (index, name) in ["mean", "median", "worst"].enumerated() {
      page.draw(name, x: x + 16, baseline: y + 60 + 28 * index, style: text, color: Palette.muted)
    }
    for (index, norm) in rows.enumerated() {
      let right = x + first + (index + 1) * column
      page.draw(norm.name, x: right, baseline: y + 28, style: text, color: Palette.muted, alignment: .right)
      for (row, figure) in norm.figures.enumerated() {
        page.draw(
          figure, x: right, baseline: y + 60 + 28 * row, style: row == 1 ? bold : text, color: Palette.ink,
          alignment: .right)
      }
    }
  }
}
