import ArgumentParser
import Defenses
import Experiments
import Records

/// `stopline defences`: what can stand before a network.
struct Defences: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the defences and their settings.",
    discussion: """
      What is listed can be named by --defence and under defences: in a scenario file.

        stopline evaluate --data GTSRB --defence 'rejection(threshold=0.9)'
      """)

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let records = DefenseCatalogue.records
    if json { return try Terminal.print(try RecordEncoding.document(records)) }
    let style = Terminal.style
    for record in records {
      try Terminal.print(style.toned("\(record.name)  \(record.title)", .strong))
      try Terminal.print("  \(record.summary) (\(record.paper))")
      for setting in record.settings {
        try Terminal.print("    \(setting.name)=\(setting.standard)  \(setting.meaning) (\(setting.form))")
      }
    }
  }
}
