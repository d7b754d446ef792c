import Imaging
import Records

/// How often a model errs on degraded pictures, as a table, a chart and a sentence.
package struct CorruptionReport: Sendable {
  package let record: CorruptionRecord

  package init(_ record: CorruptionRecord) {
    self.record = record
  }

  /// A line a corruption: its error at each severity and their mean, and how many signs of the watched class are missed at the
  /// worst.
  package var table: TextTable {
    let isRelative = record.relative != nil
    var table = TextTable(
      columns: [TextTable.Column("corruption"), TextTable.Column("family"), TextTable.Column("clean", .right)]
        + (1...5).map { TextTable.Column(String($0), .right) }
        + [TextTable.Column("mean", .right), TextTable.Column(missedTitle, .right)]
        + (isRelative ? [TextTable.Column("CE", .right)] : []))
    for row in record.rows {
      let figures = ([row.cleanError] + row.errors).map { TextTable.Cell(Figure.percent($0)) }
      let words = [TextTable.Cell(row.name), TextTable.Cell(CorruptionReport.family(of: row), .dim)]
      let ends = [
        TextTable.Cell(Figure.percent(row.meanError), .strong),
        TextTable.Cell(CorruptionReport.missed(row.missed?.last)),
      ]
      table.append(
        words + figures + ends + (isRelative ? [TextTable.Cell(Figure.percent(row.corruptionError))] : []))
    }
    return table
  }

  private var missedTitle: String { record.watched.map { "\($0.name) missed at 5" } ?? "missed at 5" }

  /// The fewest signs of which a share is told.
  private static let fewestSigns = 10

  /// A share with what it counts: `50.0 % (10 of 20)`; of a few signs it says nothing.
  private static func missed(_ rate: RateRecord?) -> String {
    guard let rate, rate.of >= fewestSigns else { return Figure.percent(nil) }
    return "\(Figure.percent(rate.rate)) (\(Figure.count(rate.count)) of \(Figure.count(rate.of)))"
  }

  private static func family(of row: CorruptionRow) -> String {
    switch row.group {
    case .main: row.family
    case .extra: "\(row.family), extra"
    case .rendered: "\(row.family), rendered"
    }
  }

  /// The mean corruption error, the worst corruption, and how it compares.
  package var verdict: String {
    let main = record.rows.filter { $0.group == .main }
    var words = "Mean corruption error \(Figure.percent(record.meanCorruptionError, places: 2))"
    words += " over \(main.count) corruptions at five severities, against "
    words += "\(Figure.percent(record.cleanError, places: 2)) on the \(Figure.count(record.images)) clean images"
    if let worst = main.max(by: { $0.meanError < $1.meanError }) {
      words += "; worst under \(worst.name), \(Figure.percent(worst.meanError, places: 2))"
    }
    words += "."
    guard let relative = record.relative else { return words }
    let name = relative.model.path.split(separator: "/").last.map(String.init) ?? relative.model.path
    return words + " Relative to \(name) (100 % is as good): mCE \(Figure.percent(relative.mean)), "
      + "relative mCE \(Figure.percent(relative.meanOfLoss))."
  }
}
