import Records

/// What k of n and memory make of a threshold, as a table and a sentence.
package struct ConfirmationReport: Sendable {
  package let record: ConfirmationRecord
  /// The sign that must not be missed.
  package let sign: String

  package init(_ record: ConfirmationRecord, sign: String) {
    self.record = record
    self.sign = sign
  }

  /// A row a way to believe, the chosen one in bold and marked.
  package var table: TextTable {
    let figures: [(name: String, text: (ConfirmationRow) -> String, isShown: Bool)] = [
      ("missed", { ConfirmationReport.count($0.missed) }, true),
      ("invented", { ConfirmationReport.count($0.phantom) }, true),
      ("believed at (median)", { Figure.decimal($0.confirmedAt?.median, places: 1) + " m" }, true),
      ("at the nearest", { Figure.decimal($0.confirmedAt?.nearest, places: 1) + " m" }, true),
      ("tracks missed", { ConfirmationReport.count($0.missedTracks) }, record.tracks > 0),
      ("tracks invented", { ConfirmationReport.count($0.phantomTracks) }, record.otherTracks > 0),
    ].filter(\.isShown)
    var table = TextTable(
      columns: ["threshold", "confirm", "memory"].map { TextTable.Column($0, .right) }
        + figures.map { TextTable.Column($0.name, .right) } + [TextTable.Column("")])
    for row in record.rows {
      let isChosen = row == record.chosen
      let texts = [TuneReport.threshold(row.threshold), row.confirm, row.memory] + figures.map { $0.text(row) }
      table.append(
        texts.map { TextTable.Cell($0, isChosen ? .strong : .plain) }
          + [TextTable.Cell(isChosen ? "chosen" : "", .good)])
    }
    return table
  }

  /// What was replayed.
  package var sample: String {
    var words = "\(record.approaches) rendered approaches to \(sign), \(record.otherApproaches) to other signs"
    if record.tracks + record.otherTracks > 0 {
      words += "; \(record.tracks) photographed tracks of \(sign), \(record.otherTracks) of other signs"
    }
    return words + ". Missed: not believed \(Figure.decimal(record.lastMoment, places: 1)) m before the line, the last "
      + "moment to believe."
  }

  private static func count(_ rate: RateRecord) -> String {
    "\(rate.count) of \(rate.of)"
  }
}
