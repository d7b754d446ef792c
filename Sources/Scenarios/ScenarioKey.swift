import Settings

typealias ScenarioKey = Setting<Scenario>

/// A section of a scenario file: the keys that stand indented under one name.
struct ScenarioSection: Sendable {
  let name: String
  /// What the section sets, a sentence for the reference.
  let meaning: String
  let keys: [ScenarioKey]
  /// Keys that are read and set what another key sets, so that they are neither listed nor written.
  let shortForms: [ScenarioKey]
  /// What a scenario says in this section beside its keys, as a file would have it: settings of a method it names.
  let others: @Sendable (Scenario) -> [(name: String, text: String)]

  init(
    _ name: String, _ meaning: String, keys: [ScenarioKey], shortForms: [ScenarioKey] = [],
    others: @escaping @Sendable (Scenario) -> [(name: String, text: String)] = { _ in [] }
  ) {
    self.name = name
    self.meaning = meaning
    self.keys = keys
    self.shortForms = shortForms
    self.others = others
  }

  /// The section of one part of a scenario, whose settings are its keys.
  init<Part: Configurable>(
    _ name: String, _ meaning: String, of path: WritableKeyPath<Scenario, Part> & Sendable,
    shortForms: [ScenarioKey] = []
  ) {
    self.init(name, meaning, keys: Part.settings.map { $0.at(path) }, shortForms: shortForms)
  }

  func key(named name: String) -> ScenarioKey? { (keys + shortForms).first { $0.name == name } }

  /// The keys that do something in a scenario, each with its value as a file would have it.
  func texts(in scenario: Scenario) -> [(name: String, text: String)] {
    keys.filter { $0.applies(to: scenario) }.map { ($0.name, $0.text(scenario)) } + others(scenario)
  }
}
