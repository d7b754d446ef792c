extension CorruptionRecord {
  /// One line of the table: a corruption at a severity.
  private struct Line {
    let row: CorruptionRow
    let severity: Int
    let error: Double
    let missed: RateRecord?
  }

  /// The table's columns: what stands above, and what stands below.
  private static let columns: [(name: String, field: @Sendable (Line) -> String)] = [
    ("corruption", { $0.row.name }), ("family", { $0.row.family }), ("group", { $0.row.group.rawValue }),
    ("severity", { String($0.severity) }), ("error", { CommaSeparatedTable.field($0.error) }),
    ("missed", { CommaSeparatedTable.field($0.missed?.count) }),
    ("missed_of", { CommaSeparatedTable.field($0.missed?.of) }),
  ]

  /// The rows as comma-separated text, one line a corruption and severity; severity 0 is the clean pictures.
  package var table: String {
    var table = CommaSeparatedTable(columns: Self.columns.map(\.name))
    for row in rows {
      for (severity, error) in ([row.cleanError] + row.errors).enumerated() {
        let line = Line(
          row: row, severity: severity, error: error, missed: severity == 0 ? nil : row.missed?[severity - 1])
        table.append(Self.columns.map { $0.field(line) })
      }
    }
    return table.text
  }
}
