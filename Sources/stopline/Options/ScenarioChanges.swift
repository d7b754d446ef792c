import ArgumentParser
import Scenarios

/// What the command line sets in place of what scenario files say.
struct ScenarioChanges: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Set a key in place of what the scenario says, such as 'vehicle.speed=70 km/h'; give it again for more.",
      valueName: "key=value"))
  var settings: [String] = []

  /// Reads a scenario with the changes in it, and warns of what in it is probably not meant.
  /// - Throws: as `Scenario.read` does; for a change that is misspelt, wrong usage.
  func read(_ path: String) throws -> Scenario {
    let scenario = try Scenario.read(path, setting: try ScenarioOption.list(settings))
    for warning in scenario.warnings { Terminal.warn("\(warning)") }
    return scenario
  }
}
