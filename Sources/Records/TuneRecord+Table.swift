extension TuneRecord {
  /// `rows` as comma-separated text, one line a threshold, the names of the record; what is `null` there is empty here.
  package var table: String {
    var table = CommaSeparatedTable(columns: [
      "threshold", "clean_accuracy", "false_reject", "flips_passed", "missed_stops", "phantom_stops",
    ])
    for row in rows {
      table.append(
        [row.threshold, row.cleanAccuracy, row.falseReject, row.flipsPassed, row.missedStops, row.phantomStops]
          .map { CommaSeparatedTable.field($0) })
    }
    return table.text
  }
}
