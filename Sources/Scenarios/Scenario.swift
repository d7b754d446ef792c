import Defenses
import Driving
import Signs

/// A drive scenario: everything that a drive and its attack depend on, in SI units.
///
/// `Scenario()` holds every default. `ScenarioSchema` says how a file writes each value; `read(_:)` reads a file.
package struct Scenario: Sendable, Equatable {
  /// What the scenario is called in records: the file's name without its ending, unless the file says otherwise.
  package var name = ""
  /// What a reader should know, free text.
  package var description = ""
  /// What every random draw of the drive comes from.
  package var seed: UInt64 = 7
  package var vehicle = Vehicle()
  package var camera = CameraSettings()
  package var sign = SignSettings()
  package var light = LightSettings()
  package var weather = WeatherSettings()
  package var perception = PerceptionSettings()
  /// What stands before the network that reads.
  package var defences = DefenseStack.standard
  package var attack = AttackSettings()
  /// Where it was read; empty for one that was made in code.
  package internal(set) var origin = Origin()

  package init() {}
}

extension Scenario {
  /// What a scenario was read from.
  package struct Origin: Sendable, Equatable {
    /// The SHA-256 of the file's bytes, 64 hexadecimal digits; nil without a file.
    package internal(set) var digest: String?

    package init() {}
  }

  /// The SHA-256 of the file's bytes, 64 hexadecimal digits; nil for a scenario that was made in code.
  package var digest: String? { origin.digest }
}
