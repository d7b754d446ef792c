import Foundation

/// Where results go: every byte arrives or a fault says why not.
package enum StandardOutput {
  /// Writes the text at once, unbuffered.
  ///
  /// A closed pipe is a fault here and not a signal only when the program ignores `SIGPIPE`.
  /// - Parameters:
  ///   - text: what is written, in UTF-8, no newline added.
  ///   - descriptor: the open file that stands for standard output.
  /// - Throws: `FileFault` of "standard output" when the pipe is closed or the disk full.
  package static func write(_ text: String, to descriptor: Int32 = STDOUT_FILENO) throws(FileFault) {
    try write(Array(text.utf8), to: descriptor)
  }

  /// Writes the bytes at once, unbuffered.
  /// - Throws: `FileFault` of "standard output" when the pipe is closed or the disk full.
  package static func write(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) throws(FileFault) {
    try Descriptor(number: descriptor, path: "standard output").writeAll(bytes)
  }
}
