import Imaging

/// How a record's drives ended, a column each; a cell that is too long for its column goes on below.
struct OutcomeTable {
  private let words: DriveWords
  private let width: Int
  private let cars: [DriveWords.Car]
  /// The lines of every cell, by fact and by car.
  private let cells: [[[String]]]

  private static let names = 164
  private static let head = 30
  private static let lineHeight = 18
  private static let rowGap = 7
  private static let text = TextStyle(capHeight: 10)
  private static let bold = TextStyle(capHeight: 10, weight: .bold)

  init(_ words: DriveWords, width: Int) {
    self.words = words
    self.width = width
    let cars = words.cars
    let column = (width - OutcomeTable.names) / cars.count
    self.cars = cars
    cells = DriveWords.facts.enumerated().map { row, fact in
      cars.map { car in
        (row == 0 ? OutcomeTable.bold : OutcomeTable.text)
          .lines(of: fact.tell(words, car), toFit: column - 16, atMost: 2)
      }
    }
  }

  var height: Int { OutcomeTable.head + cells.map(rowHeight).reduce(0, +) }

  private func rowHeight(_ row: [[String]]) -> Int {
    (row.map(\.count).max() ?? 1) * OutcomeTable.lineHeight + OutcomeTable.rowGap
  }

  func draw(on page: inout Image, x: Int, y: Int) {
    let column = (width - OutcomeTable.names) / cars.count
    for (index, car) in cars.enumerated() {
      page.draw(
        car.title, x: x + OutcomeTable.names + index * column, baseline: y + 12, style: OutcomeTable.bold,
        color: Palette.ink)
    }
    page.fill(PixelRectangle(x: x, y: y + 20, width: width, height: 1), color: Palette.rule)
    var top = y + OutcomeTable.head
    for (row, fact) in DriveWords.facts.enumerated() {
      page.draw(fact.name, x: x, baseline: top + 12, style: OutcomeTable.text, color: Palette.muted)
      for (index, car) in cars.enumerated() {
        let color = row == 0 ? DriveSheet.color(words.judgement(car.outcome)) : Palette.ink
        for (line, part) in cells[row][index].enumerated() {
          page.draw(
            part, x: x + OutcomeTable.names + index * column,
            baseline: top + 12 + line * OutcomeTable.lineHeight,
            style: row == 0 ? OutcomeTable.bold : OutcomeTable.text,
            color: color)
        }
      }
      top += rowHeight(cells[row])
    }
  }
}
