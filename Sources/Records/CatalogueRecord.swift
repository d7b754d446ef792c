/// A method that can be asked for by name, as `stopline defences --json` lists it.
package struct CatalogueRecord: Codable, Sendable, Equatable {
  package var name: String
  package var title: String
  /// What it does, one sentence.
  package var summary: String
  /// Where it comes from.
  package var paper: String
  package var settings: [SettingEntry]

  /// One setting as files have it.
  package struct SettingEntry: Codable, Sendable, Equatable {
    package var name: String
    /// How a value is written.
    package var form: String
    /// The default as a file would have it.
    package var standard: String
    package var meaning: String

    package init(name: String, form: String, standard: String, meaning: String) {
      self.name = name
      self.form = form
      self.standard = standard
      self.meaning = meaning
    }

    private enum CodingKeys: String, CodingKey {
      case name, form, meaning
      case standard = "default"
    }
  }

  package init(name: String, title: String, summary: String, paper: String, settings: [SettingEntry]) {
    self.name = name
    self.title = title
    self.summary = summary
    self.paper = paper
    self.settings = settings
  }
}
