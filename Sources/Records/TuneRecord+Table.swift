extension TuneRecord {
  /// `rows` as comma-separated text, one line a threshold; what is `null` in the record is empty here. Each attack has
  /// three columns, named by its text.
  package var table: String {
    typealias Table = CommaSeparatedTable
    let names = attacks.map(\.text)
    var table = Table(
      columns: [
        "threshold", "images", "accepted", "coverage", "accuracy", "right", "false_reject", "false_reject_low",
        "false_reject_high",
      ] + names.flatMap { ["\($0) of", "\($0) passed", "\($0) rate"] } + [
        "missed_of", "missed", "phantom_of", "phantom",
      ])
    for row in rows {
      let counts = row.counts
      let clean = [
        Table.field(row.threshold), Table.field(counts.images), Table.field(counts.accepted),
        Table.field(row.coverage), Table.field(row.accuracy), Table.field(counts.right), Table.field(row.falseReject),
        Table.field(row.falseRejectInterval?.first), Table.field(row.falseRejectInterval?.last),
      ]
      let crafted = names.flatMap { name in
        let passed = row.passed[name]
        return [Table.field(passed?.of), Table.field(passed?.passed), Table.field(passed?.rate)]
      }
      table.append(
        clean + crafted + [
          Table.field(row.missed.of), Table.field(row.missed.count), Table.field(row.phantom.of),
          Table.field(row.phantom.count),
        ])
    }
    return table.text
  }
}
