import ArgumentParser
import Experiments

/// When a run ends with exit code 1.
struct GateOptions: ParsableArguments {
  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "End with exit code 1 when this is found: flip, lost or missed-demand.",
      discussion: """
        flip: a photograph read as another sign because of the attack. lost: one rejected because of it. missed-demand (or \
        missed-stop): a drive that does not do what the sign asks. Each may have a limit: 'flip>5%', 'lost>=3'. Give \
        several apart by commas, or the option again. Limits of flip and lost are those of one drive, or of all pictures of an \
        attack; those of missed-demand are of all drives together. Where nothing is read or attacked, the gate fails.
        """, valueName: "gates"))
  var failOn: [String] = []

  /// - Throws: `GateFault` when a text names no gate.
  func gates() throws(GateFault) -> [Gate] { try Gate.list(failOn) }

  /// Says on standard error what opens the gates.
  /// - Throws: the exit code for it, when something does.
  static func test(_ gates: [Gate], on tallies: [GateTally]) throws {
    let findings = Gate.findings(of: gates, in: tallies)
    for finding in findings { Terminal.note("stopline: \(finding)") }
    guard findings.isEmpty else { throw ExitCode(ExitStatus.found) }
  }
}
