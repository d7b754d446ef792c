/// A table for a terminal: a head, a rule, rows, columns aligned whatever their contents.
package struct TextTable: Sendable {
  /// Which side the cells of a column stand at.
  package enum Alignment: Sendable, Hashable {
    /// For words.
    case left
    /// For numbers.
    case right
  }

  /// One column.
  package struct Column: Sendable, Hashable {
    package var title: String
    package var alignment: Alignment

    package init(_ title: String, _ alignment: Alignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// One cell: a text and what it means.
  package struct Cell: Sendable, Hashable, ExpressibleByStringInterpolation {
    package var text: String
    package var tone: TerminalStyle.Tone

    package init(_ text: String, _ tone: TerminalStyle.Tone = .plain) {
      self.text = text
      self.tone = tone
    }

    package init(stringLiteral value: String) { self.init(value) }
  }

  package let columns: [Column]
  package private(set) var rows: [[Cell]] = []

  package init(columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row below the others.
  /// - Precondition: one cell a column.
  package mutating func append(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "a row of a table has one cell a column")
    rows.append(cells)
  }

  /// The table as lines, each ended by a newline and without spaces at its end.
  package func text(_ style: TerminalStyle) -> String {
    let head = columns.map { Cell($0.title, .strong) }
    let widths = columns.indices.map { column in
      ([head] + rows).map { TerminalText.cells(TerminalText.harmless($0[column].text)) }.max() ?? 0
    }
    let stroke = style.characters == .unicode ? "─" : "-"
    let rule = style.toned(widths.map { String(repeating: stroke, count: $0) }.joined(separator: "  "), .dim)
    let named = columns.contains { !$0.title.isEmpty }
    let lines = (named ? [line(head, widths, style), rule] : []) + rows.map { line($0, widths, style) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func line(_ cells: [Cell], _ widths: [Int], _ style: TerminalStyle) -> String {
    var line = ""
    var owed = 0
    for (column, cell) in cells.enumerated() {
      let text = TerminalText.harmless(cell.text)
      let room = widths[column] - TerminalText.cells(text)
      if columns[column].alignment == .right { owed += room }
      // Spaces are paid only when something follows, so that no line ends with them.
      if !text.isEmpty {
        line += String(repeating: " ", count: owed) + style.toned(text, cell.tone)
        owed = 0
      }
      owed += (columns[column].alignment == .left ? room : 0) + 2
    }
    return line
  }
}
