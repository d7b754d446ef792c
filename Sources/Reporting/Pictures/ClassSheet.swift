import Imaging

/// Pictures of many classes on one page, a row a class, each picture enlarged without smoothing.
package struct ClassSheet: Sendable {
  /// The pictures of one class.
  package struct Row: Sendable {
    package var name: String
    /// One list a group, in the order of the sheet's groups.
    package var pictures: [[Image]]

    package init(name: String, pictures: [[Image]]) {
      self.name = name
      self.pictures = pictures
    }
  }

  package var title: String
  package var details: String
  /// What stands above the pictures of a group: `rendered`, `photographs`.
  package var groups: [String]
  package var rows: [Row]

  /// - Precondition: every row has a list of pictures for each group.
  package init(title: String, details: String, groups: [String], rows: [Row]) {
    precondition(rows.allSatisfy { $0.pictures.count == groups.count }, "a row has pictures of every group")
    self.title = title
    self.details = details
    self.groups = groups
    self.rows = rows
  }

  /// The measures of the sheet, in pixels.
  private enum Grid {
    static let margin = 32
    static let top = 124
    static let picture = 64
    static let gap = 4
    static let groupGap = 24
    static let blockGap = 40
    static let rowHeight = picture + gap
    static let name = TextStyle(capHeight: 9, weight: .bold)
  }

  /// The sheet; groups stand side by side, and where there is one only, the second half of the rows beside the first.
  package func rendered() -> Image {
    let blocks = groups.count > 1 ? 1 : 2
    let lines = max(1, (rows.count + blocks - 1) / blocks)
    let nameWidth = (rows.map { Grid.name.width(of: $0.name) }.max() ?? 0) + 14
    let widths = groups.indices.map { group in
      (rows.map(\.pictures[group].count).max() ?? 0) * (Grid.picture + Grid.gap) - Grid.gap
    }
    let blockWidth = nameWidth + widths.reduce(0, +) + (groups.count - 1) * Grid.groupGap
    let shownBlocks = (rows.count + lines - 1) / lines
    var page = Image(
      width: 2 * Grid.margin + shownBlocks * blockWidth + (shownBlocks - 1) * Grid.blockGap,
      height: Grid.top + lines * Grid.rowHeight + Grid.margin, color: Palette.page)
    page.drawSheetHead(title: title, details: details, margin: Grid.margin)
    let columns = widths.indices.map { widths[..<$0].reduce(nameWidth, +) + $0 * Grid.groupGap }
    for block in 0..<shownBlocks {
      let left = Grid.margin + block * (blockWidth + Grid.blockGap)
      for (group, column) in columns.enumerated() {
        page.draw(
          groups[group], x: left + column, baseline: Grid.top - 10, style: TextStyle(capHeight: 9),
          color: Palette.muted)
      }
      for (line, row) in rows.dropFirst(block * lines).prefix(lines).enumerated() {
        draw(row, on: &page, x: left, y: Grid.top + line * Grid.rowHeight, columns: columns)
      }
    }
    return page
  }

  private func draw(_ row: Row, on page: inout Image, x: Int, y: Int, columns: [Int]) {
    page.draw(row.name, x: x, baseline: y + Grid.picture / 2 + 4, style: Grid.name, color: Palette.ink)
    for (column, pictures) in zip(columns, row.pictures) {
      for (place, picture) in pictures.enumerated() {
        let fitted = picture.fitted(picture.fit(into: Grid.picture))
        page.paste(fitted, x: x + column + place * (Grid.picture + Grid.gap), y: y)
      }
    }
  }
}
