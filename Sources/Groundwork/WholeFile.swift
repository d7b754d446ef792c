import Foundation

/// Reading files whole.
///
/// Files are read into memory in one go, below a limit, and written so that another program sees the old file or the
/// new one and nothing between.
package enum WholeFile {
  /// The bytes of a file; pipes and devices are read to their end.
  /// - Parameters:
  ///   - path: the file, relative to the current folder or absolute.
  ///   - limit: the most bytes that are taken into memory.
  /// - Throws: `FileFault` when the file is missing, a folder, not permitted, larger than `limit`, or fails to be read.
  package static func read(_ path: String, limit: Int = 1 << 30) throws(FileFault) -> [UInt8] {
    let file = try opened(path)
    defer { close(file.number) }
    var status = stat()
    guard fstat(file.number, &status) == 0 else { throw FileFault.reading(path, errno) }
    if status.isDirectory { throw FileFault(path: path, problem: .isDirectory) }
    if status.isRegularFile && Int(status.st_size) > limit {
      throw FileFault(path: path, problem: .tooLarge(limit: limit))
    }
    return try file.readAll(limit: limit, expecting: Int(status.st_size))
  }

  /// The first bytes of a file, to see what it is; fewer where it has no more.
  /// - Throws: `FileFault` when the file is missing, a folder, not permitted, or fails to be read.
  package static func beginning(of path: String, count: Int) throws(FileFault) -> [UInt8] {
    let file = try opened(path)
    defer { close(file.number) }
    return try file.readBeginning(count)
  }

  private static func opened(_ path: String) throws(FileFault) -> Descriptor {
    switch Descriptor.opened(path, flags: O_RDONLY) {
    case .success(let descriptor): return descriptor
    case .failure(let error): throw FileFault.reading(path, error.number)
    }
  }
}
