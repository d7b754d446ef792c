import Foundation
import Groundwork
import Reporting

/// Where the program speaks: results to standard output, everything else to standard error.
enum Terminal {
  /// Writes a result and a line end.
  /// - Throws: `FileFault` when the pipe is closed or the disk full.
  static func print(_ text: String) throws(FileFault) {
    try StandardOutput.write(text + "\n")
  }

  /// Writes a result as it is.
  /// - Throws: `FileFault` when the pipe is closed or the disk full.
  static func print(_ bytes: [UInt8]) throws(FileFault) {
    try StandardOutput.write(bytes)
  }

  /// Writes a line to standard error; a standard error that takes nothing is not worth failing for.
  static func note(_ text: String) {
    try? StandardOutput.write(text + "\n", to: STDERR_FILENO)
  }

  /// Warns of something that is done all the same.
  static func warn(_ text: String) { note("stopline: warning: " + text) }

  /// Whether somebody watches standard error.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

  /// What standard output can show.
  static var style: TerminalStyle { isatty(STDOUT_FILENO) == 1 ? .terminal : .plain }
}
