import ArgumentParser
import Defenses
import Settings

/// What stands before the network that reads.
struct DefenceOptions: ParsableArguments {
  @Option(
    name: .customLong("defence"),
    help: ArgumentHelp(
      "What stands before the network, such as 'rejection(threshold=0.9)'; again for more, none for none. 'stopline "
        + "defences' lists them.", valueName: "method"))
  var texts: [String] = []

  func validate() throws { _ = try stack() }

  /// The defences in the order given; nil when none is named, not even `none`.
  func stack() throws -> DefenseStack? {
    guard !texts.isEmpty else { return nil }
    do throws(SettingProblem) {
      return try DefenseStack(reading: texts)
    } catch {
      throw ValidationError("--defence \(error.text)")
    }
  }
}
