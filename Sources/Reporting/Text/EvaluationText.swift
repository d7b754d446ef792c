import Records

/// A model's figures as tables.
package struct EvaluationText: Sendable {
  private let record: EvaluationRecord
  private let title: String

  package init(_ record: EvaluationRecord, title: String) {
    self.record = record
    self.title = title
  }

  package func text(_ style: TerminalStyle) -> String {
    var classes = TextTable(columns: [
      .init("class", .right), .init("name"), .init("images", .right), .init("precision", .right),
      .init("sensitivity", .right), .init("specificity", .right),
    ])
    for row in record.perClass where row.images > 0 {
      classes.append([
        .init("\(row.classNumber)"), .init(row.name), .init(Figure.count(row.images)),
        .init(Figure.percent(row.precision, places: 2)), .init(Figure.percent(row.sensitivity, places: 2)),
        .init(Figure.percent(row.specificity, places: 2)),
      ])
    }
    var confusions = TextTable(columns: [.init("sign"), .init("read as"), .init("images", .right)])
    for confusion in record.confusions.prefix(10) {
      confusions.append([.init(name(confusion.from)), .init(name(confusion.to)), .init(Figure.count(confusion.images))])
    }
    let worst = record.confusions.isEmpty ? "" : "\nWorst confusions\n" + confusions.text(style)
    return style.toned(title, .strong) + "\n\n" + classes.text(style) + worst
      + """

      accuracy        \(Figure.percent(record.accuracy, places: 2)) of \(Figure.count(record.images))
      stop as yield   \(Figure.count(record.stopAsYield))
      yield as stop   \(Figure.count(record.yieldAsStop))
      """
  }

  private func name(_ number: Int) -> String {
    record.perClass.first { $0.classNumber == number }?.name ?? "\(number)"
  }
}
