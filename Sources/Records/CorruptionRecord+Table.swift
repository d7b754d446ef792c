extension CorruptionRecord {
  /// The rows as comma-separated text, one line a corruption and severity; severity 0 is the clean pictures.
  package var table: String {
    var table = CommaSeparatedTable(columns: ["corruption", "family", "group", "severity", "error", "missed_stops"])
    for row in rows {
      let missedStops = [nil] + (row.missedStops.map { $0.map(Optional.some) } ?? row.errors.map { _ in nil })
      for (severity, (error, missed)) in zip([row.cleanError] + row.errors, missedStops).enumerated() {
        table.append([
          row.name, row.family, row.group.rawValue, String(severity), CommaSeparatedTable.field(error),
          CommaSeparatedTable.field(missed),
        ])
      }
    }
    return table.text
  }
}
