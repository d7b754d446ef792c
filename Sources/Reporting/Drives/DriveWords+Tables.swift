import Records

extension DriveWords {
  /// One line about a drive: what is told, and how it was for one car.
  struct Fact: Sendable {
    var name: String
    var tell: @Sendable (DriveWords, Car) -> String
  }

  /// What is told of every drive, in order.
  static let facts: [Fact] = [
    Fact(name: "outcome") { $1.outcome.outcome },
    Fact(name: "stood still") { standstill($1.outcome) },
    Fact(name: "speed at the line") { Figure.speed($1.outcome.speedAtLine) },
    Fact(name: "believed") { $0.beliefs($1.outcome, atMost: 2) },
    Fact(name: "photographs read as") { $0.readings($1, atMost: 3) },
  ]

  /// The drives beside each other.
  package var outcomes: TextTable {
    let cars = cars
    var table = TextTable(columns: [TextTable.Column("")] + cars.map { TextTable.Column($0.title) })
    for (index, fact) in DriveWords.facts.enumerated() {
      table.append(
        [TextTable.Cell(fact.name)]
          + cars.map { TextTable.Cell(fact.tell(self, $0), index == 0 ? tone($0.outcome) : .plain) })
    }
    return table
  }

  /// The perturbation's size over the photographs that were changed; nil without an attack.
  package var norms: TextTable? {
    guard record.attack != nil else { return nil }
    var table = TextTable(columns: [
      TextTable.Column(perturbation), TextTable.Column("mean", .right), TextTable.Column("median", .right),
      TextTable.Column("worst", .right),
    ])
    for norm in NormSummaries(record.norms).rows {
      table.append([TextTable.Cell(norm.name)] + norm.figures.map { TextTable.Cell($0) })
    }
    return table
  }

  /// Whose norms are told: `172 changed photographs`.
  var perturbation: String {
    "\(Figure.count(record.norms.frames)) changed photograph\(record.norms.frames == 1 ? "" : "s")"
  }

  /// All that a terminal is told of a drive: what was driven, the outcomes, the readings, the norms, the cost, the verdict.
  package func report(_ style: TerminalStyle) -> String {
    var parts = [heading(style), outcomes.text(style)]
    if let attack = record.attack, let norms {
      parts.append(findings.map { $0 + "\n" }.joined())
      parts.append(norms.text(style))
      let cost = "\(Figure.count(record.cost.queries)) readings, \(Figure.count(record.cost.gradients)) gradients"
      parts.append("Cost of the attack: \(cost).\nIts settings: \(AttackWords.settings(attack)).\n")
    }
    parts += record.notes.map { $0 + "\n" }
    parts.append(style.toned(verdict, tone(record.judged)) + "\n")
    return parts.joined(separator: "\n")
  }

  private func heading(_ style: TerminalStyle) -> String {
    var lines = [style.toned(TerminalText.harmless(record.scenario.name), .strong)]
    if let attack = record.attack {
      lines.append("\(AttackWords.title(attack, names: names)), on the \(attack.surface)")
    }
    lines.append(
      "model \(TerminalText.harmless(AttackWords.model(record.subject.model))), seed \(record.seed), \(arithmetic)")
    return lines.map { $0 + "\n" }.joined()
  }
}
