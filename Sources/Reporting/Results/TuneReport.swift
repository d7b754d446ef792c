import Imaging
import Records

/// What each rejection threshold buys and costs, as tables, a chart and sentences.
package struct TuneReport: Sendable {
  package let record: TuneRecord

  package init(_ record: TuneRecord) {
    self.record = record
  }

  /// One figure of a row: how it is called and what it is.
  struct Column: Sendable {
    let name: String
    let value: @Sendable (ThresholdRow) -> Double?
  }

  /// The clean figures, then one a tuned attack, then what is missed and invented.
  var columns: [Column] {
    let attacks = record.attacks.map { attack in
      Column(name: "\(attack.text) passes") { $0.passed[attack.text]?.rate }
    }
    return [
      Column(name: "accepted") { $0.coverage }, Column(name: "right of accepted") { $0.accuracy },
      Column(name: "false rejects") { $0.falseReject },
    ] + attacks + [
      Column(name: "\(record.sign.name) missed") { $0.missed.rate },
      Column(name: "\(record.sign.name) invented") { $0.phantom.rate },
    ]
  }

  /// So many thresholds are listed besides the chosen one.
  private static let listed = 20

  /// Thresholds spread over the sweep, the chosen one among them, in bold and marked.
  package var table: TextTable {
    let columns = columns
    var table = TextTable(
      columns: [TextTable.Column("threshold", .right)] + columns.map { TextTable.Column($0.name, .right) }
        + [TextTable.Column("")])
    for row in listedRows {
      let isChosen = row == record.chosen
      let figures = columns.map { Figure.percent($0.value(row), places: 2) }
      table.append(
        ([TuneReport.threshold(row.threshold)] + figures).map { TextTable.Cell($0, isChosen ? .strong : .plain) }
          + [TextTable.Cell(isChosen ? "chosen" : "", .good)])
    }
    return table
  }

  private var listedRows: [ThresholdRow] {
    let rows = record.rows
    let step = max(1, (rows.count + TuneReport.listed - 1) / TuneReport.listed)
    return rows.indices.filter { $0.isMultiple(of: step) || $0 == rows.count - 1 || rows[$0] == record.chosen }
      .map { rows[$0] }
  }

  /// With two decimals where that says all.
  static func threshold(_ value: Double) -> String {
    let hundredths = value * 100
    return Figure.decimal(value, places: abs(hundredths - hundredths.rounded()) < 1e-9 ? 2 : 4)
  }
}
