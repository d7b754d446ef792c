import Foundation

/// Bytes in a file without a name: however many there are, they take no memory, and they go when nobody holds them.
///
/// It is written from front to back by one owner, then read anywhere by any thread.
package final class SpillFile: Sendable {
  private let descriptor: Descriptor

  /// Makes the file in the system's folder for temporary files (`TMPDIR`).
  /// - Throws: `FileFault` when it cannot be made.
  package init() throws(FileFault) {
    var template = Array((NSTemporaryDirectory() + "stopline-XXXXXX").utf8CString)
    let number = mkstemp(&template)
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard number >= 0 else { throw FileFault.creating(path, errno) }
    unlink(path)
    descriptor = Descriptor(number: number, path: path)
  }

  deinit { close(descriptor.number) }

  /// Adds bytes at the end.
  /// - Throws: `FileFault` when the disk is full.
  package func append(_ bytes: [UInt8]) throws(FileFault) { try descriptor.writeAll(bytes) }

  /// Fills `bytes` from a place that was written.
  func read(at offset: Int, into bytes: UnsafeMutableBufferPointer<UInt8>) {
    var done = 0
    while done < bytes.count {
      let count = pread(descriptor.number, bytes.baseAddress! + done, bytes.count - done, off_t(offset + done))
      if count < 0 && errno == EINTR { continue }
      precondition(count > 0, "a spill file holds what was written to it")
      done += count
    }
  }
}
