import ArgumentParser
import Attacks
import Groundwork
import Records

/// `stopline attacks`: the catalogue.
struct AttacksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attacks", abstract: "List the attacks and their settings.",
    discussion: """
      Each attack with what it asks of the network, the norm that its control has in common with it, and its settings.

        stopline attacks
        stopline attacks --json
      """)

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Print the reference page, Sources/Attacks/Attacks.docc/Attacks.md.")
  var markdown = false

  func validate() throws {
    guard !(json && markdown) else { throw ValidationError("--json and --markdown are two forms; give one.") }
  }

  func run() throws {
    if json {
      try Terminal.print(try RecordEncoding.document(AttackCatalogue.all.map { CatalogueEntry(of: $0) }))
    } else if markdown {
      try Terminal.print(Array(AttackCatalogue.page.utf8))
    } else {
      for method in AttackCatalogue.all {
        let entry = CatalogueEntry(of: method)
        try Terminal.print(Terminal.style.toned("\(entry.name): \(entry.title)", .strong))
        try Terminal.print(entry.text)
      }
    }
  }
}

/// A method of the catalogue as it is printed.
private struct CatalogueEntry: Encodable {
  struct SettingEntry: Encodable {
    var name: String
    var form: String
    var `default`: String
    var meaning: String
    var condition: String?
    var source: String?
  }

  var name: String
  var title: String
  var summary: String
  var paper: String?
  var knowledge: String
  var norm: String
  var settings: [SettingEntry]

  init<Method: AttackMethod>(of method: Method.Type) {
    let (card, start) = (Method.card, Method())
    name = card.name
    title = card.title
    summary = card.summary
    paper = card.paper
    knowledge = Method.knowledge
    norm = card.norm.rawValue
    settings = Method.settings.map {
      SettingEntry(
        name: $0.name, form: $0.form, default: $0.text(start), meaning: $0.meaning, condition: $0.condition?.phrase,
        source: $0.source)
    }
  }

  /// What follows the title in a terminal.
  var text: String {
    let head = "  \(summary)" + (paper.map { " \($0)." } ?? "") + "\n  Asks for \(knowledge); norm \(norm).\n"
    let width = settings.map(\.name.count).max() ?? 0
    let rows = settings.map { setting in
      let name = setting.name + String(repeating: " ", count: width - setting.name.count)
      let condition = setting.condition.map { "; for \($0)" } ?? ""
      return "    \(name)  \(setting.meaning)\(condition): \(setting.form) (default \(setting.default))\n"
    }
    return head + rows.joined()
  }
}
