import Foundation

/// An open file descriptor of this process, closed once by whoever opened it.
struct Descriptor {
  let number: Int32
  /// What faults call the file.
  let path: String

  /// Opens a file; the system's error number when that fails.
  static func opened(_ path: String, flags: Int32, mode: mode_t = 0o666) -> Result<Descriptor, SystemError> {
    while true {
      let number = open(path.systemPath, flags | O_CLOEXEC, mode)
      if number >= 0 { return .success(Descriptor(number: number, path: path)) }
      if errno != EINTR { return .failure(SystemError(number: errno)) }
    }
  }

  /// Writes every byte, going on after partial writes, signals, and pipes that are full for now.
  func writeAll(_ bytes: [UInt8]) throws(FileFault) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { write(number, $0.baseAddress! + written, bytes.count - written) }
      if count >= 0 {
        written += count
      } else if errno == EAGAIN {
        var pipe = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
        _ = poll(&pipe, 1, -1)
      } else if errno != EINTR {
        throw FileFault(path: path, problem: .cannotWrite(errno))
      }
    }
  }

  /// Reads the first bytes of the file, fewer where it has no more.
  /// - Throws: `FileFault` when reading fails.
  func readBeginning(_ count: Int) throws(FileFault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let taken = bytes.withUnsafeMutableBytes { read(number, $0.baseAddress! + filled, count - filled) }
      if taken == 0 { break }
      if taken > 0 {
        filled += taken
      } else if errno != EINTR {
        throw FileFault.reading(path, errno)
      }
    }
    return Array(bytes.prefix(filled))
  }

  /// Reads to the end of the file.
  /// - Throws: `FileFault` when reading fails or more than `limit` bytes come.
  func readAll(limit: Int, expecting size: Int) throws(FileFault) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(size, limit))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(number, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFault.reading(path, errno)
      }
      if bytes.count + count > limit { throw FileFault(path: path, problem: .tooLarge(limit: limit)) }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}

/// A failed system call's `errno`.
struct SystemError: Error {
  let number: Int32
}

/// What the system knows of a path, symbolic links followed; nil when nothing is there or it cannot be told.
func status(of path: String) -> stat? {
  var status = stat()
  return stat(path.systemPath, &status) == 0 ? status : nil
}

extension stat {
  var isDirectory: Bool { st_mode & S_IFMT == S_IFDIR }
  var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
}
