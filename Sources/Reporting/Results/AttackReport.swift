import Records

/// What an attack came to over many images, as a table and a few sentences.
package struct AttackReport: Sendable {
  package let record: AttackRecord
  package let names: ClassNames

  package init(_ record: AttackRecord, names: ClassNames) {
    self.record = record
    self.names = names
  }

  /// The attack and its goal.
  package var title: String { AttackWords.title(record.attack, names: names) }

  /// Settings, model and seed.
  package var details: String {
    [AttackWords.settings(record.attack), AttackWords.model(record.subject.model), "seed \(record.seed)"]
      .joined(separator: " · ")
  }

  /// A line an image: what was read before and after, and how large the perturbation is.
  package var table: TextTable {
    var table = TextTable(
      columns: [TextTable.Column("image"), TextTable.Column("clean"), TextTable.Column("crafted"), .init("status")]
        + NormFigures(Norms()).captions.map { TextTable.Column($0.name, .right) }
        + [TextTable.Column("readings", .right), TextTable.Column("gradients", .right)])
    for image in record.images {
      table.append(
        [
          TextTable.Cell(image.name), TextTable.Cell(AttackReport.words(image.clean)),
          TextTable.Cell(AttackReport.words(image.crafted), image.success ? .bad : .good),
          TextTable.Cell(AttackReport.words(image.status)),
        ] + NormFigures(image.norms).captions.map { TextTable.Cell($0.value) }
          + [TextTable.Cell(Figure.count(image.cost.queries)), TextTable.Cell(Figure.count(image.cost.gradients))])
    }
    return table
  }

  /// How many images met the goal, and the medians over them.
  package var verdict: String {
    let summary = record.summary
    guard summary.attempted > 0 else { return "No image was read rightly before, so none could be turned." }
    var words = "\(summary.succeeded) of \(summary.attempted) images met the goal "
    words += "(\(AttackReport.share(summary.rate, summary.interval95)))"
    let misread = summary.images - summary.attempted
    if misread > 0 { words += "; \(misread) misread before, left out of the count" }
    guard summary.succeeded > 0 else { return words + "." }
    let median = summary.median
    return words + "; median L0 \(Figure.decimal(median.l0Pixels, places: 0)) pixels, "
      + "\(Figure.decimal(median.l0Features, places: 0)) values, L2 \(Figure.decimal(median.l2, places: 3)), "
      + "L∞ \(Figure.levels(median.linf))."
  }

  /// What random noise of the same norm came to.
  package var control: String {
    let control = record.control
    let lead = "Control, random noise of the same \(AttackWords.norm(control.norm)): "
    guard control.attempted > 0 else { return lead + "nothing to turn." }
    return lead + "\(control.succeeded) of \(control.attempted) images met the goal "
      + "(\(AttackReport.share(control.rate, control.interval95)))."
  }

  private static func share(_ rate: Double?, _ interval: [Double]?) -> String {
    guard let low = interval?.first, let high = interval?.last else { return Figure.percent(rate) }
    return "\(Figure.percent(rate)), 95 % interval \(Figure.percent(low)) to \(Figure.percent(high))"
  }

  private static func words(_ reading: ReadingRecord) -> String {
    "\(reading.words) \(Figure.percent(reading.confidence))"
  }

  private static func words(_ status: AttackStatus) -> String {
    switch status {
    case .turned: "turned"
    case .held: "held"
    case .misread: "misread before"
    case .overBudget: "over budget"
    }
  }
}
