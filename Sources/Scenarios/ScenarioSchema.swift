import Defenses
import Driving
import Settings
import Signs

/// All that a scenario file may say: the one table from which files are read and the reference is written.
enum ScenarioSchema {
  static let sections = [vehicle, camera, sign, light, weather, perception, attack]

  static func section(named name: String) -> ScenarioSection? { sections.first { $0.name == name } }

  static let vehicle = ScenarioSection(
    "vehicle", "What the car can do, and what its builders make it do.", of: \.vehicle)

  static let camera = ScenarioSection(
    "camera", "The camera behind the windscreen: a pinhole, level, looking down the lane.", of: \.camera)

  static let sign = ScenarioSection("sign", "The sign, which stands by the lane at the stop line.", of: \.sign)

  static let light = ScenarioSection(
    "light", "The light that the sign is photographed in, and what stands behind it.", of: \.light)

  static let weather = ScenarioSection(
    "weather", "What falls: it takes away the view as fog does, and passes before the camera drop by drop.",
    of: \.weather)

  static let perception = ScenarioSection(
    "perception", "The network that reads the sign, and how its readings become the car's belief.", of: \.perception,
    shortForms: [
      .number("rejection_threshold", \.rejectionThreshold, 0...1, "a reading that is less confident counts as none")
    ])
}

extension Scenario: Configurable {
  /// The keys that stand at the top, outside all sections.
  package static let settings: [Setting<Scenario>] = [
    .text("name", \.name, "what the scenario is called in records; the file's name when left out"),
    .text("description", \.description, "what a reader should know"),
    .count("seed", \.seed, 0...UInt64.max, "what every random draw comes from; the same seed gives the same bytes"),
    .custom(
      "defences", \.defences, form: "`none`, or a list of `name(setting=value, ...)`",
      "what stands before the network, for the car and for the attacker alike; a picture meets them in this order, and "
        + "`perception.rejection_threshold` is a short form of one rejection",
      read: DefenseStack.init(scenario:), write: \.description),
  ]

  /// The keys at the top that take a list.
  static let lists: Set<String> = ["defences"]
}
