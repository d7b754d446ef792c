/// What kind of failure an error is; the command line turns it into an exit code (BSD `sysexits.h`).
package enum FaultKind: Sendable {
  /// The request itself was wrong: a negative speed, an unknown class (64).
  case usage
  /// Input that is there and cannot be used: truncated, malformed, out of range (65).
  case badData
  /// Input that is not there or may not be read (66).
  case missingInput
  /// A fault of ours (70).
  case internalFault
  /// Output that cannot be created: no permission, a directory in the way (73).
  case cannotCreate
  /// Output that cannot be written to its end: disk full, pipe closed (74).
  case cannotWrite
}

/// An error that explains itself to the user in one sentence: the file, the place in it, what is wrong, what to do.
///
/// Every error that can leave a module conforms. The description starts with the file's path where there is one,
/// has no trailing newline, and ends with a full stop.
package protocol ExplainedError: Error, CustomStringConvertible {
  /// What kind of failure this is.
  var kind: FaultKind { get }
}
