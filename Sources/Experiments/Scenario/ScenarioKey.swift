/// One key of a scenario file: how it is written, what it means, and where its value goes.
///
/// The default is what `Scenario()` holds at the key's place, so it is stated once.
struct ScenarioKey: Sendable {
  let name: String
  /// How a value is written, for the reference: "speed, 1 to 250 km/h".
  let form: String
  /// What the key sets, a phrase for the reference.
  let meaning: String
  /// Where the default comes from, if it is not our own choice.
  let source: String?
  /// The key's value in a scenario, as a file would have it.
  let text: @Sendable (Scenario) -> String
  /// Reads a value and puts it in its place.
  let assign: @Sendable (String, inout Scenario) throws(ScenarioProblem) -> Void
}

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
