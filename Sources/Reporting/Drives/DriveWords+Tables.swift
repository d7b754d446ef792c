import Records

extension DriveWords {
  /// One line about a drive: what is told, and how it was for one car.
  struct Fact: Sendable {
    var name: String
    var tell: @Sendable (DriveWords, OutcomeRecord) -> String
  }

  /// What is told of every drive, in order.
  static let facts: [Fact] = [
    Fact(name: "outcome") { $1.outcome },
    Fact(name: "stood still") { standstill($1) },
    Fact(name: "speed at the line") { Figure.speed($1.speedAtLine) },
    Fact(name: "first confirmed") { $0.confirmation($1) },
    Fact(name: "photographs read as") { $0.readings($1, atMost: 3) },
  ]

  /// The drives beside each other.
  package var outcomes: TextTable {
    let drives = [record.clean] + (record.attacked.map { [$0] } ?? [])
    let titles = record.attacked == nil ? ["drive"] : ["clean drive", "attacked drive"]
    var table = TextTable(columns: [TextTable.Column("")] + titles.map { TextTable.Column($0) })
    for (index, fact) in DriveWords.facts.enumerated() {
      table.append(
        [TextTable.Cell(fact.name)]
          + drives.map { TextTable.Cell(fact.tell(self, $0), index == 0 ? tone($0) : .plain) })
    }
    return table
  }

  /// The perturbation's size over all photographs; nil when there was none.
  package var norms: TextTable? {
    guard record.attack != nil else { return nil }
    var table = TextTable(columns: [
      TextTable.Column("perturbation"), TextTable.Column("mean", .right), TextTable.Column("median", .right),
      TextTable.Column("max", .right),
    ])
    for norm in NormSummaries(record.norms).rows {
      table.append([TextTable.Cell(norm.name)] + norm.figures.map { TextTable.Cell($0) })
    }
    return table
  }

  /// All that a terminal is told of a drive: what was driven, the outcomes, the flips, the norms, the cost, the verdict.
  package func report(_ style: TerminalStyle) -> String {
    var parts = [heading(style), outcomes.text(style)]
    if let attack = record.attack, let norms {
      parts.append([flips, flipsBeforeBraking, control].filter { !$0.isEmpty }.map { $0 + "\n" }.joined())
      parts.append(norms.text(style))
      let cost = "\(Figure.count(record.cost.queries)) readings, \(Figure.count(record.cost.gradients)) gradients"
      let budget = AttackWords.budget(attack.budget)
      parts.append("Cost of the attack: \(cost).\n" + (budget.isEmpty ? "" : "Its settings: \(budget).\n"))
    }
    parts.append(style.toned(verdict, tone(record.attacked ?? record.clean)) + "\n")
    return parts.joined(separator: "\n")
  }

  private func heading(_ style: TerminalStyle) -> String {
    var lines = [style.toned(TerminalText.harmless(record.scenario), .strong)]
    if let attack = record.attack {
      let title = AttackWords.title(method: attack.method, goal: attack.goal, names: names)
      lines.append("\(title), on the \(attack.surface)")
    }
    lines.append("model \(TerminalText.harmless(AttackWords.model(record.model))), seed \(record.seed)")
    return lines.map { $0 + "\n" }.joined()
  }
}
