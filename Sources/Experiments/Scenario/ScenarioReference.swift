/// The reference of all keys of a scenario file, written from the table that files are read with.
package enum ScenarioReference {
  /// Markdown: a table a section.
  package static var markdown: String {
    let start = Scenario()
    let top = "### At the top\n\n" + table(ScenarioSchema.top, start)
    let sections = ScenarioSchema.sections.map { "### \($0.name)\n\n\($0.meaning)\n\n" + table($0.keys, start) }
    return ([top] + sections).joined(separator: "\n")
  }

  private static func table(_ keys: [ScenarioKey], _ start: Scenario) -> String {
    let rows = keys.map { key in
      let value = key.text(start)
      let cells = [
        "`\(key.name)`", key.form, value.isEmpty ? "" : "`\(value)`",
        key.meaning + (key.source.map { " (\($0))" } ?? ""),
      ]
      return "| " + cells.joined(separator: " | ") + " |\n"
    }
    return "| key | value | default | meaning |\n|---|---|---|---|\n" + rows.joined()
  }
}
