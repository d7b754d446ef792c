import Groundwork
import Settings

/// A setting outside the range in which a drive makes sense.
package struct ParameterFault: ExplainedError, Equatable {
  /// Which setting, as files call it: `vehicle.speed`.
  package let setting: String
  /// What is wrong and what to do, a sentence that continues after the name: "is '0 km/h'; it must be 2 to 250 km/h."
  package let problem: String

  package var kind: FaultKind { .usage }

  package var description: String { "\(setting) \(problem)" }

  /// - Parameter section: where files have these settings.
  /// - Throws: the first setting whose value a file could not give.
  static func check(_ settings: some Configurable, in section: String) throws(ParameterFault) {
    guard let refusal = settings.refusal else { return }
    throw ParameterFault(setting: "\(section).\(refusal.name)", problem: refusal.problem.text)
  }

  /// - Throws: when the value, in SI units, is outside the limits or no number.
  package static func check(_ value: Double, in limits: QuantityRange, _ setting: String) throws(ParameterFault) {
    guard limits.contains(value) else {
      throw ParameterFault(
        setting: setting, problem: "is '\(limits.text(of: value))'; it must be \(limits.limits).")
    }
  }
}
