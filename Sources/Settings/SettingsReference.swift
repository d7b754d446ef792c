/// The reference of settings, written from the table that they are read with.
package enum SettingsReference {
  /// Markdown: a row a setting, with its default.
  package static func table<Root>(_ settings: [Setting<Root>], defaults: Root) -> String {
    let rows = settings.map { setting in
      let value = setting.text(defaults)
      let meaning =
        setting.meaning + (setting.condition.map { "; for \($0.phrase)" } ?? "")
        + (setting.source.map { " (\($0))" } ?? "")
      let cells = ["`\(setting.name)`", setting.form, value.isEmpty ? "" : "`\(value)`", meaning]
      return "| " + cells.joined(separator: " | ") + " |\n"
    }
    return "| key | value | default | meaning |\n|---|---|---|---|\n" + rows.joined()
  }
}

extension Configurable {
  /// Markdown: a row a setting.
  package static var reference: String { SettingsReference.table(settings, defaults: Self()) }
}
