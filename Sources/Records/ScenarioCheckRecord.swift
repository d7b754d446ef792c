/// What `stopline check` found in one scenario file.
package struct ScenarioCheckRecord: Codable, Sendable, Equatable {
  package var schema = "stopline.check/1"
  /// As the user named it.
  package var file: String
  /// The scenario's name; nil for a file that is refused.
  @Nullable package var name: String?
  /// The SHA-256 of the file's bytes, and of those that it extends before them.
  @Nullable package var sha256: String?
  /// By section and key, defaults too, as a file would have them; the keys outside all sections are under `scenario`.
  @Nullable package var resolved: [String: [String: String]]?
  /// What can be and is probably not meant.
  package var warnings: [ScenarioWarningRecord]
  /// Why the file is refused, a sentence; nil for one that can be driven.
  @Nullable package var fault: String?

  package init(
    file: String, name: String? = nil, sha256: String? = nil, resolved: [String: [String: String]]? = nil,
    warnings: [ScenarioWarningRecord] = [], fault: String? = nil
  ) {
    self.file = file
    self.name = name
    self.sha256 = sha256
    self.resolved = resolved
    self.warnings = warnings
    self.fault = fault
  }
}

/// One thing in a scenario that is probably not meant.
package struct ScenarioWarningRecord: Codable, Sendable, Equatable {
  /// `idle`, `never-in-sight` and so on.
  package var kind: String
  /// The key that it is about: `weather.rate`.
  package var setting: String
  /// A sentence that begins with the file and the line where the key was given.
  package var sentence: String

  package init(kind: String, setting: String, sentence: String) {
    self.kind = kind
    self.setting = setting
    self.sentence = sentence
  }
}
