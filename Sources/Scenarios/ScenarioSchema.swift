import Driving
import Settings
import Signs

/// All that a scenario file may say: the one table from which files are read and the reference is written.
enum ScenarioSchema {
  static let sections = [vehicle, camera, sign, light, weather, perception, attack]

  static func section(named name: String) -> ScenarioSection? { sections.first { $0.name == name } }
}

extension Scenario: Configurable {
  /// The keys that stand at the top, outside all sections.
  package static let settings: [Setting<Scenario>] = [
    .text("name", \.name, "what the scenario is called in records; the file's name when left out"),
    .text("description", \.description, "what a reader should know"),
    .count("seed", \.seed, 0...UInt64.max, "what every random draw comes from; the same seed gives the same bytes"),
  ]
}
