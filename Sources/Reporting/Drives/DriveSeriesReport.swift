import Records

/// Many drives in words: a row a scenario.
package struct DriveSeriesReport: Sendable {
  package let record: DriveSeriesRecord

  package init(_ record: DriveSeriesRecord) {
    self.record = record
  }

  /// In how many drives the car did not do what the sign asks, what the attack turned, and how large it was.
  package var table: TextTable {
    var table = TextTable(columns: [
      TextTable.Column("scenario"), TextTable.Column("drives", .right), TextTable.Column("wrong clean", .right),
      TextTable.Column("attacked", .right), TextTable.Column("control", .right),
      TextTable.Column("turned, median (range)", .right), TextTable.Column("L0 values", .right),
      TextTable.Column("L2", .right), TextTable.Column("L∞", .right),
    ])
    for scenario in record.scenarios {
      let (wrong, worst) = (scenario.wrong, scenario.worst)
      table.append([
        TextTable.Cell(TerminalText.harmless(scenario.scenario.name)),
        TextTable.Cell(Figure.count(scenario.seeds.count)),
        cell(wrong.clean), cell(wrong.attacked), cell(wrong.control), TextTable.Cell(spread(scenario.turned)),
        TextTable.Cell(Figure.count(worst.l0Features)), TextTable.Cell(Figure.decimal(worst.l2, places: 2)),
        TextTable.Cell(Figure.levels(worst.linf)),
      ])
    }
    return table
  }

  /// What the table counts, sentences.
  package var legend: String {
    "Wrong: drives in which the car did not do what the sign asks, with Wilson's 95 % interval. Turned: the share of the "
      + "photographs read rightly without the attack that it turned, drive by drive. Norms: the largest of all photographs."
  }

  /// All that a terminal is told.
  package func report(_ style: TerminalStyle) -> String {
    let faults = record.faults.map { "Not driven: \(TerminalText.harmless($0.fault))\n" }
    return table.text(style) + "\n" + legend + "\n" + faults.joined()
  }

  private func cell(_ rate: RateRecord?) -> TextTable.Cell {
    guard let rate else { return "-" }
    let interval = rate.interval95.map { limits in
      " (" + limits.map { Figure.decimal(100 * $0, places: 0) }.joined(separator: "-") + " %)"
    }
    return TextTable.Cell("\(rate.count) of \(rate.of)\(interval ?? "")", rate.count > 0 ? .bad : .plain)
  }

  private func spread(_ spread: SpreadRecord?) -> String {
    guard let spread else { return "-" }
    let range = [spread.lowest, spread.highest].map { Figure.decimal(100 * $0, places: 1) }.joined(separator: "-")
    return "\(Figure.percent(spread.median)) (\(range))"
  }
}
