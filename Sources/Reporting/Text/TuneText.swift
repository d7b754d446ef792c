import Records

/// A threshold sweep as a table, with the threshold that meets the limit and what it buys.
package struct TuneText: Sendable {
  private let record: TuneRecord
  private let title: String
  private let limit: Double

  package init(_ record: TuneRecord, title: String, limit: Double) {
    self.record = record
    self.title = title
    self.limit = limit
  }

  package func text(_ style: TerminalStyle) -> String {
    var table = TextTable(columns: [
      .init("threshold", .right), .init("right of accepted", .right), .init("false rejects", .right),
      .init("flips passed", .right), .init("missed stops", .right), .init("phantom stops", .right), .init(""),
    ])
    for row in shown {
      let isChosen = row.threshold == record.chosen?.threshold
      table.append([
        .init(ThresholdChart.threshold(row.threshold), isChosen ? .strong : .plain),
        .init(Figure.percent(row.cleanAccuracy, places: 2)), .init(Figure.percent(row.falseReject, places: 2)),
        .init(Figure.percent(row.flipsPassed)), .init(Figure.percent(row.missedStops, places: 2)),
        .init(Figure.percent(row.phantomStops, places: 2)), .init(isChosen ? "<- chosen" : "", .good),
      ])
    }
    return style.toned(title, .strong) + "\n\n" + table.text(style) + "\n" + verdict
  }

  /// Every tenth row, the last ones, where sure readings crowd, and the chosen one.
  private var shown: [ThresholdRow] {
    record.rows.enumerated().filter { index, row in
      index.isMultiple(of: 10) || index >= record.rows.count - 6 || row.threshold == record.chosen?.threshold
    }.map(\.element)
  }

  private var verdict: String {
    guard let chosen = record.chosen else {
      return
        "No threshold rejects at most \(Figure.percent(limit, places: 2)) of the photographs that are read rightly."
    }
    var sentence =
      "Threshold \(ThresholdChart.threshold(chosen.threshold)) rejects \(Figure.percent(chosen.falseReject, places: 2)) "
      + "of right readings (limit \(Figure.percent(limit, places: 2)))"
    if let passed = chosen.flipsPassed, let before = record.rows.first?.flipsPassed {
      sentence += "; flips that pass fall from \(Figure.percent(before)) to \(Figure.percent(passed))"
    }
    if let missed = chosen.missedStops, let phantom = chosen.phantomStops {
      sentence +=
        "; \(Figure.percent(missed, places: 2)) of stop signs are missed and \(Figure.percent(phantom, places: 3)) of other "
        + "signs read as stop"
    }
    return sentence + "."
  }
}
