import Imaging
import Records

/// What each rejection threshold buys and costs, as a table, a chart and a sentence.
package struct TuneReport: Sendable {
  package let record: TuneRecord
  /// The largest share of clean images that may be rejected.
  package let maxFalseReject: Double

  package init(_ record: TuneRecord, maxFalseReject: Double) {
    self.record = record
    self.maxFalseReject = maxFalseReject
  }

  /// The figures of a row, in order: how they are called and what they are.
  private static let figures: [(name: String, value: @Sendable (ThresholdRow) -> Double?)] = [
    ("clean accuracy", { $0.cleanAccuracy }), ("false rejects", { $0.falseReject }),
    ("flips passed", { $0.flipsPassed }), ("missed stops", { $0.missedStops }),
    ("phantom stops", { $0.phantomStops }),
  ]

  /// So many thresholds are listed besides the chosen one.
  private static let listed = 24

  /// Thresholds spread over the sweep, the chosen one among them, in bold and marked.
  package var table: TextTable {
    var table = TextTable(
      columns: [TextTable.Column("threshold", .right)] + TuneReport.figures.map { TextTable.Column($0.name, .right) }
        + [TextTable.Column("")])
    for row in listedRows {
      let isChosen = row == record.chosen
      let figures = TuneReport.figures.map { Figure.percent($0.value(row), places: 2) }
      let cells = [TuneReport.threshold(row)] + figures
      table.append(
        cells.map { TextTable.Cell($0, isChosen ? .strong : .plain) }
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

  private static func threshold(_ row: ThresholdRow) -> String {
    let hundredths = row.threshold * 100
    return Figure.decimal(row.threshold, places: abs(hundredths - hundredths.rounded()) < 1e-9 ? 2 : 4)
  }

  /// The threshold that meets the limit and what it buys.
  package var verdict: String {
    let limit = Figure.percent(maxFalseReject, places: 2)
    guard let chosen = record.chosen else {
      return "No threshold keeps false rejects at \(limit) or below."
    }
    var words = "Threshold \(TuneReport.threshold(chosen)) rejects "
    words += "\(Figure.percent(chosen.falseReject, places: 2)) of what is read rightly (limit \(limit))"
    guard let passed = chosen.flipsPassed else { return words + "." }
    words += "; \(Figure.percent(passed, places: 2)) of the crafted images still pass"
    if let before = record.rows.first?.flipsPassed, let first = record.rows.first, first != chosen {
      words += ", against \(Figure.percent(before, places: 2)) at \(TuneReport.threshold(first))"
    }
    return words + "."
  }

  /// All figures over the threshold, the chosen one marked. Figures that no row has are left out.
  package var chart: LineChart {
    let looks: [(color: Color, dash: Dash?)] = [
      (Palette.calm, nil), (Palette.muted, Dash(stroke: 9, gap: 6)), (Palette.alarm, nil),
      (Palette.warning, nil), (Palette.warning, Dash(stroke: 3, gap: 6)),
    ]
    let series = zip(TuneReport.figures, looks).compactMap { figure, look -> LineChart.Series? in
      guard record.rows.contains(where: { figure.value($0) != nil }) else { return nil }
      return LineChart.Series(
        name: figure.name,
        places: record.rows.map { LineChart.Place(x: $0.threshold, y: 100 * (figure.value($0) ?? .nan)) },
        color: look.color, dash: look.dash)
    }
    return LineChart(
      title: "What a rejection threshold buys", xAxis: LineChart.Axis("rejection threshold"),
      yAxis: LineChart.Axis("share of the images that each figure speaks of", range: 0...100, suffix: " %"),
      series: series,
      marks: record.chosen.map {
        [
          LineChart.Mark(
            x: $0.threshold, name: "chosen: \(TuneReport.threshold($0))", color: Palette.ink,
            dash: Dash(stroke: 6, gap: 5))
        ]
      } ?? [])
  }
}
