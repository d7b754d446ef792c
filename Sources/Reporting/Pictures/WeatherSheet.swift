import Imaging

/// Signs in every weather, near and far: a piece of the camera's frame as it is, and beside it what the network gets of
/// it.
package struct WeatherSheet: Sendable {
  /// One photograph.
  package struct Photograph: Sendable {
    /// A piece of the frame around the sign, pixel by pixel.
    package var frame: Image
    /// The network's input, cut from the same frame.
    package var crop: Image

    package init(frame: Image, crop: Image) {
      self.frame = frame
      self.crop = crop
    }
  }

  /// One weather: photographs of each sign at each distance; nil where the sign is not seen.
  package struct Row: Sendable {
    package var name: String
    package var photographs: [[Photograph?]]

    package init(name: String, photographs: [[Photograph?]]) {
      self.name = name
      self.photographs = photographs
    }
  }

  package var title: String
  package var details: String
  /// The columns' groups.
  package var signs: [String]
  /// Metres, the columns of each group.
  package var distances: [Double]
  package var rows: [Row]

  /// - Precondition: every row has every sign at every distance.
  package init(title: String, details: String, signs: [String], distances: [Double], rows: [Row]) {
    precondition(
      rows.allSatisfy {
        $0.photographs.count == signs.count && $0.photographs.allSatisfy { $0.count == distances.count }
      },
      "a row of the sheet has every sign at every distance")
    self.title = title
    self.details = details
    self.signs = signs
    self.distances = distances
    self.rows = rows
  }

  /// The side of the piece of the frame on the sheet, in pixels.
  package static let frameSide = 128

  /// The measures of the sheet, in pixels.
  private enum Grid {
    static let margin = 32
    static let top = 136
    static let crop = 64
    static let gap = 4
    static let cellWidth = frameSide + 2 + crop
    static let rowHeight = frameSide + gap
    static let signGap = 20
    static let name = TextStyle(capHeight: 9, weight: .bold)
    static let small = TextStyle(capHeight: 9)
  }

  package func rendered() -> Image {
    let nameWidth = (rows.map { Grid.name.width(of: $0.name) }.max() ?? 0) + 14
    let signWidth = distances.count * (Grid.cellWidth + Grid.gap) + Grid.signGap
    var page = Image(
      width: 2 * Grid.margin + nameWidth + signs.count * signWidth - Grid.signGap - Grid.gap,
      height: Grid.top + rows.count * Grid.rowHeight + Grid.margin, color: Palette.page)
    page.drawSheetHead(title: title, details: details, margin: Grid.margin)
    let columns = signs.indices.map { sign in
      distances.indices.map { Grid.margin + nameWidth + sign * signWidth + $0 * (Grid.cellWidth + Grid.gap) }
    }
    for (sign, places) in zip(signs, columns) {
      page.draw(sign, x: places.first ?? 0, baseline: Grid.top - 30, style: Grid.name, color: Palette.ink)
      for (distance, x) in zip(distances, places) {
        page.draw(
          Figure.decimal(distance, places: distance == distance.rounded() ? 0 : 1) + " m", x: x,
          baseline: Grid.top - 10, style: Grid.small, color: Palette.muted)
      }
    }
    for (line, row) in rows.enumerated() {
      draw(row, on: &page, y: Grid.top + line * Grid.rowHeight, columns: columns)
    }
    return page
  }

  private func draw(_ row: Row, on page: inout Image, y: Int, columns: [[Int]]) {
    let middle = y + WeatherSheet.frameSide / 2 + 4
    page.draw(row.name, x: Grid.margin, baseline: middle, style: Grid.name, color: Palette.ink)
    for (photographs, places) in zip(row.photographs, columns) {
      for (photograph, x) in zip(photographs, places) {
        guard let photograph else {
          page.draw("not seen", x: x, baseline: middle, style: Grid.small, color: Palette.muted)
          continue
        }
        page.paste(photograph.frame.fitted(photograph.frame.fit(into: WeatherSheet.frameSide)), x: x, y: y)
        page.paste(
          photograph.crop.fitted(photograph.crop.fit(into: Grid.crop)), x: x + WeatherSheet.frameSide + 2, y: y)
      }
    }
  }
}
