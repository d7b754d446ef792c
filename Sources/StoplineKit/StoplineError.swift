internal import Groundwork
internal import Settings

/// What went wrong: one sentence with the file, the place in it and what to do.
public struct StoplineError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What a caller may do about it. More kinds may come: compare with `==`.
  public struct Kind: Sendable, Hashable {
    private let name: String

    /// The request itself was wrong: an unknown attack or class, a number out of range.
    public static let usage = Kind(name: "usage")
    /// Input that is there and cannot be used.
    public static let badData = Kind(name: "bad data")
    /// Input that is not there or may not be read.
    public static let missingInput = Kind(name: "missing input")
    /// A file that cannot be written.
    public static let cannotWrite = Kind(name: "cannot write")
    /// A fault of Stopline's own.
    public static let internalFault = Kind(name: "internal fault")
  }

  public let kind: Kind
  public let description: String

  /// Does something, and explains what it threw.
  static func explaining<Result>(_ body: () throws -> Result) throws(StoplineError) -> Result {
    do { return try body() } catch { throw StoplineError(error) }
  }

  /// What is wrong with a value, which a sentence about `subject` tells.
  init(_ subject: String, _ problem: SettingProblem) {
    kind = .usage
    description = "\(subject) \(problem.text)"
  }

  private init(_ error: any Error) {
    description = String(describing: error)
    kind =
      switch (error as? any ExplainedError)?.kind {
      case .usage: .usage
      case .badData: .badData
      case .missingInput: .missingInput
      case .cannotCreate, .cannotWrite: .cannotWrite
      case .internalFault, nil: .internalFault
      }
  }
}
