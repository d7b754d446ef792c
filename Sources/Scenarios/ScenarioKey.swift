import Settings

typealias ScenarioKey = Setting<Scenario>

/// A section of a scenario file: the keys that stand indented under one name.
struct ScenarioSection: Sendable {
  let name: String
  /// What the section sets, a sentence for the reference.
  let meaning: String
  let keys: [ScenarioKey]

  init(_ name: String, _ meaning: String, keys: [ScenarioKey]) {
    self.name = name
    self.meaning = meaning
    self.keys = keys
  }

  func key(named name: String) -> ScenarioKey? { keys.first { $0.name == name } }
}
