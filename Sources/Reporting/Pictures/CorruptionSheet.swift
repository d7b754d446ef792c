import Imaging
import Records

/// One sign under every corruption at every severity, with what is read in each picture.
package struct CorruptionSheet: Sendable {
  /// One corruption: the clean picture, then severity 1 to 5.
  package struct Row: Sendable {
    package var name: String
    package var pictures: [ReadPicture]

    package init(name: String, pictures: [ReadPicture]) {
      self.name = name
      self.pictures = pictures
    }
  }

  /// What the sign is called, and its picture.
  package var title: String
  /// What reads it.
  package var details: String
  /// The class number that is right.
  package var sign: Int
  package var rows: [Row]

  package init(title: String, details: String, sign: Int, rows: [Row]) {
    self.title = title
    self.details = details
    self.sign = sign
    self.rows = rows
  }

  /// The measures of the sheet, in pixels.
  private enum Grid {
    static let margin = 32
    static let top = 132
    static let name = 132
    static let picture = 96
    static let gap = 6
    static let rowHeight = picture + 26
    static let blockGap = 40
    static let blocks = 2

    static func blockWidth(_ columns: Int) -> Int { name + columns * (picture + gap) }
  }

  /// The sheet: two blocks of rows side by side.
  package func rendered() -> Image {
    let columns = rows.map(\.pictures.count).max() ?? 0
    let lines = (rows.count + Grid.blocks - 1) / Grid.blocks
    let blockWidth = Grid.blockWidth(columns)
    var page = Image(
      width: 2 * Grid.margin + Grid.blocks * blockWidth + (Grid.blocks - 1) * Grid.blockGap,
      height: Grid.top + lines * Grid.rowHeight + Grid.margin, color: Palette.page)
    drawHead(on: &page, columns: columns, blockWidth: blockWidth)
    for (place, row) in rows.enumerated() {
      draw(
        row, on: &page, x: Grid.margin + place / max(lines, 1) * (blockWidth + Grid.blockGap),
        y: Grid.top + place % max(lines, 1) * Grid.rowHeight)
    }
    return page
  }

  private func drawHead(on page: inout Image, columns: Int, blockWidth: Int) {
    page.drawSheetHead(title: title, details: details, margin: Grid.margin)
    for block in 0..<Grid.blocks {
      let left = Grid.margin + block * (blockWidth + Grid.blockGap) + Grid.name
      for column in 0..<columns {
        page.draw(
          column == 0 ? "clean" : "severity \(column)", x: left + column * (Grid.picture + Grid.gap),
          baseline: Grid.top - 12, style: TextStyle(capHeight: 9), color: Palette.muted)
      }
    }
  }

  private func draw(_ row: Row, on page: inout Image, x: Int, y: Int) {
    let bold = TextStyle(capHeight: 9, weight: .bold)
    let small = TextStyle(capHeight: 8)
    page.draw(
      bold.shortened(row.name, toFit: Grid.name - 10), x: x, baseline: y + Grid.picture / 2 + 4, style: bold,
      color: Palette.ink)
    for (column, picture) in row.pictures.enumerated() {
      let left = x + Grid.name + column * (Grid.picture + Grid.gap)
      page.paste(picture.image.fitted(picture.image.fit(into: Grid.picture)), x: left, y: y)
      let isRight = picture.reading.classNumber == sign
      let caption = isRight ? Figure.percent(picture.reading.confidence) : picture.reading.words
      page.draw(
        small.shortened(caption, toFit: Grid.picture), x: left, baseline: y + Grid.picture + 14, style: small,
        color: isRight ? Palette.calm : Palette.alarm)
    }
  }
}
