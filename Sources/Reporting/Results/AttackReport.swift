import Records

/// What an attack came to over many images, as a table and a sentence.
package struct AttackReport: Sendable {
  package let record: AttackRecord
  package let names: ClassNames

  package init(_ record: AttackRecord, names: ClassNames) {
    self.record = record
    self.names = names
  }

  /// The attack and its goal.
  package var title: String { AttackWords.title(method: record.method, goal: record.goal, names: names) }

  /// Budget, model and seed.
  package var details: String {
    let budget = AttackWords.budget(record.budget)
    return ((budget.isEmpty ? [] : [budget]) + [AttackWords.model(record.model), "seed \(record.seed)"])
      .joined(separator: " · ")
  }

  /// A line an image: what was read before and after, and how large the perturbation is.
  package var table: TextTable {
    var table = TextTable(
      columns: [TextTable.Column("image"), TextTable.Column("clean"), TextTable.Column("crafted")]
        + NormFigures(Norms()).captions.map { TextTable.Column($0.name, .right) }
        + [TextTable.Column("readings", .right), TextTable.Column("gradients", .right)])
    for image in record.images {
      table.append(
        [
          TextTable.Cell(image.name), TextTable.Cell(AttackReport.words(image.clean)),
          TextTable.Cell(AttackReport.words(image.crafted), image.success ? .bad : .good),
        ] + NormFigures(image.norms).captions.map { TextTable.Cell($0.value) }
          + [TextTable.Cell(Figure.count(image.cost.queries)), TextTable.Cell(Figure.count(image.cost.gradients))])
    }
    return table
  }

  /// How many images were read rightly before; only these can be turned.
  package var attempted: Int {
    guard let from = record.goal.from else { return record.images.count }
    return record.images.count { $0.clean.classNumber == from }
  }

  /// How many images met the goal, and the medians over them.
  package var verdict: String {
    let (summary, attempted) = (record.summary, attempted)
    guard attempted > 0 else { return "No image was read rightly before, so none could be turned." }
    var words = "\(summary.success) of \(attempted) images met the goal "
    words += "(\(Figure.percent(Double(summary.success) / Double(attempted)))"
    if let low = summary.interval95.first, let high = summary.interval95.last {
      words += ", 95 % interval \(Figure.percent(low)) to \(Figure.percent(high))"
    }
    words += ")"
    let misread = record.images.count - attempted
    if misread > 0 { words += "; \(misread) more were misread before and do not count" }
    guard summary.success > 0 else { return words + "." }
    let median = summary.median
    return words + "; median L0 \(Figure.decimal(median.l0Pixels, places: 0)) pixels, "
      + "\(Figure.decimal(median.l0Features, places: 0)) values, L2 \(Figure.decimal(median.l2, places: 3)), "
      + "L∞ \(Figure.levels(median.linf))."
  }

  private static func words(_ reading: ReadingRecord) -> String {
    "\(reading.words) \(Figure.percent(reading.confidence))"
  }
}
