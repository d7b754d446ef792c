import Settings

/// The reference of all keys of a scenario file, written from the table that files are read with.
package enum ScenarioReference {
  /// Markdown: a table a section.
  package static var markdown: String {
    let start = Scenario()
    let top =
      "### At the top\n\n" + SettingsReference.table(Scenario.settings, defaults: start)
      + "| `\(ScenarioChain.key)` | the path of a scenario, relative to this file | | what this file leaves out is taken from there, "
      + "`name` and `description` excepted; where another attack method is named, the settings of the one there are not |\n"
    let sections = ScenarioSchema.sections.map {
      "### \($0.name)\n\n\($0.meaning)\n\n" + SettingsReference.table($0.keys, defaults: start)
    }
    return ([top] + sections + [ScenarioSchema.attackMethods]).joined(separator: "\n")
  }
}
