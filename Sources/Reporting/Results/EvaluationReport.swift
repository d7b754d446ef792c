import Records

/// How well a model reads a labelled set, as tables and a sentence.
package struct EvaluationReport: Sendable {
  package let record: EvaluationRecord
  package let names: ClassNames

  package init(_ record: EvaluationRecord, names: ClassNames) {
    self.record = record
    self.names = names
  }

  /// A line a class that the set holds.
  package var classes: TextTable {
    var table = TextTable(columns: [
      TextTable.Column("class", .right), TextTable.Column("name"), TextTable.Column("images", .right),
      TextTable.Column("precision", .right), TextTable.Column("sensitivity", .right),
      TextTable.Column("specificity", .right),
    ])
    for scores in record.perClass where scores.images > 0 {
      table.append([
        TextTable.Cell(String(scores.classNumber)), TextTable.Cell(scores.name),
        TextTable.Cell(Figure.count(scores.images)), TextTable.Cell(Figure.percent(scores.precision, places: 2)),
        TextTable.Cell(Figure.percent(scores.sensitivity, places: 2)),
        TextTable.Cell(Figure.percent(scores.specificity, places: 2)),
      ])
    }
    return table
  }

  /// The pairs of classes that are confused most; nil when none is.
  package func confusions(atMost limit: Int = 10) -> TextTable? {
    guard !record.confusions.isEmpty else { return nil }
    var table = TextTable(columns: [
      TextTable.Column("shown"), TextTable.Column("read as"), TextTable.Column("images", .right),
    ])
    for confusion in record.confusions.prefix(limit) {
      table.append([
        TextTable.Cell(names[confusion.from]), TextTable.Cell(names[confusion.to]),
        TextTable.Cell(Figure.count(confusion.images)),
      ])
    }
    return table
  }

  /// Accuracy with its interval, and the confusions that decide what a car does.
  package var verdict: String {
    let interval = record.interval95.map { Figure.percent($0, places: 2) }.joined(separator: " to ")
    let watched = record.watched.map {
      "\(names[$0.from]) read as \(names[$0.to]) \(Figure.count($0.images)) times"
    }
    return "\(Figure.percent(record.accuracy, places: 2)) of \(Figure.count(record.images)) images of "
      + "\(Figure.count(record.tracks)) signs read rightly (95 %: \(interval))"
      + (watched.isEmpty ? "" : "; " + watched.joined(separator: ", ")) + "."
  }

  /// What was not read, and why; nil where all was.
  package var leftOut: String? {
    guard record.leftOut.images > 0 else { return nil }
    return "Left out: \(Figure.count(record.leftOut.images)) images of signs that the model does not tell apart, "
      + record.leftOut.names.joined(separator: ", ") + "."
  }
}
