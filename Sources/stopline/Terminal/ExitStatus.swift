import ArgumentParser
import Groundwork

/// How the program ends: BSD's `sysexits.h`.
enum ExitStatus {
  static let done: Int32 = 0
  /// The run found what the user asked to be told about.
  static let found: Int32 = 1

  /// Says what went wrong, once and in one place.
  /// - Returns: the exit code that stands for it.
  static func explain(_ error: any Error) -> Int32 {
    switch error {
    case let fault as any ExplainedError:
      Terminal.note("stopline: \(fault)")
      return code(of: fault.kind)
    case let code as ExitCode:
      return code.rawValue
    default:
      return explainParsing(error)
    }
  }

  static func code(of kind: FaultKind) -> Int32 {
    switch kind {
    case .usage: 64
    case .badData: 65
    case .missingInput: 66
    case .internalFault: 70
    case .cannotCreate: 73
    case .cannotWrite: 74
    }
  }

  /// What the argument parser throws: help and version, which go to standard output, or wrong usage; any other error
  /// is a fault of ours.
  private static func explainParsing(_ error: any Error) -> Int32 {
    let status = Stopline.exitCode(for: error)
    guard status != .success else { return printAsked(Stopline.fullMessage(for: error)) }
    guard status == .validationFailure else {
      Terminal.note("stopline: an unexpected error, please report it: \(error).")
      return code(of: .internalFault)
    }
    let message = Stopline.fullMessage(for: error)
    Terminal.note("stopline: " + (message.hasPrefix("Error: ") ? String(message.dropFirst("Error: ".count)) : message))
    return code(of: .usage)
  }

  private static func printAsked(_ text: String) -> Int32 {
    do {
      try Terminal.print(text)
      return done
    } catch {
      return explain(error)
    }
  }
}
