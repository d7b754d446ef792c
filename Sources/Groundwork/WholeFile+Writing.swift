import Foundation

extension WholeFile {
  /// Writes a file whole: to a temporary file in the same folder, which then takes the name.
  ///
  /// An existing file keeps its permissions, and a symbolic link to it stays a link. What is there and is no regular
  /// file (`/dev/full`, `/dev/stdout`, a named pipe) is written straight through.
  /// - Throws: `FileFault`; nothing new is left in the folder then, and an existing file is as it was.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileFault) {
    guard let existing = status(of: path) else {
      return try replace(path, named: path, permissions: nil, with: bytes)
    }
    if existing.isDirectory { throw FileFault.creating(path, EISDIR) }
    guard existing.isRegularFile, !namesOpenFile(path) else { return try writeThrough(bytes, to: path) }
    // Renaming asks only for the folder's permission; a file that its owner made read-only is to stay as it is.
    guard access(path.systemPath, W_OK) == 0 else { throw FileFault.creating(path, errno) }
    try replace(resolved(path), named: path, permissions: existing.st_mode & 0o7777, with: bytes)
  }

  /// Makes a folder and those above it; a folder that is there already is left alone.
  /// - Throws: `FileFault` when one cannot be made or a file is in the way.
  package static func makeFolder(_ path: String) throws(FileFault) {
    if mkdir(path.systemPath, 0o777) == 0 { return }
    let number = errno
    if status(of: path)?.isDirectory == true { return }
    let parent = folder(of: path)
    guard number == ENOENT, !path.isEmpty, parent != path else { throw FileFault.creating(path, number) }
    try makeFolder(parent)
    // Another thread or program may have made it meanwhile.
    if mkdir(path.systemPath, 0o777) != 0, errno != EEXIST { throw FileFault.creating(path, errno) }
  }

  /// Whether the path stands for a file that is open already: redirected output must not be replaced by another file.
  private static func namesOpenFile(_ path: String) -> Bool {
    path == "/dev/stdout" || path == "/dev/stderr" || path.hasPrefix("/dev/fd/")
  }

  private static func writeThrough(_ bytes: [UInt8], to path: String) throws(FileFault) {
    switch Descriptor.opened(path, flags: O_WRONLY | O_TRUNC) {
    case .success(let file): try fill(file, with: bytes)
    case .failure(let error): throw FileFault.creating(path, error.number)
    }
  }

  /// Puts a new file in the place of `target`; faults call it `path`, as the user did.
  private static func replace(
    _ target: String, named path: String, permissions: mode_t?, with bytes: [UInt8]
  ) throws(FileFault) {
    let (file, temporary) = try makeTemporary(beside: target, named: path)
    do throws(FileFault) {
      if let permissions, fchmod(file.number, permissions) != 0 {
        let number = errno
        close(file.number)
        throw FileFault.creating(path, number)
      }
      try fill(file, with: bytes)
      guard rename(temporary.systemPath, target.systemPath) == 0 else { throw FileFault.creating(path, errno) }
    } catch {
      unlink(temporary.systemPath)
      throw error
    }
  }

  /// Makes an empty file that nobody else has, in the folder of `target`, with the permissions new files get.
  private static func makeTemporary(beside target: String, named path: String) throws(FileFault) -> (Descriptor, String)
  {
    let (file, name) = try TemporaryName.claim(in: folder(of: target), for: path) {
      Descriptor.opened($0, flags: O_WRONLY | O_CREAT | O_EXCL)
    }
    return (Descriptor(number: file.number, path: path), name)
  }

  /// Writes all bytes and closes the file, whatever happens.
  static func fill(_ file: Descriptor, with bytes: [UInt8]) throws(FileFault) {
    do throws(FileFault) {
      try file.writeAll(bytes)
    } catch {
      close(file.number)
      throw error
    }
    // Some file systems report a full disk only here.
    guard close(file.number) == 0 || errno == EINTR else {
      throw FileFault(path: file.path, problem: .cannotWrite(errno))
    }
  }

  /// The path with symbolic links followed.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path.systemPath, nil) else { return path }
    defer { free(real) }
    return String(systemPath: real)
  }

  /// The folder that a path's last part is in.
  static func folder(of path: String) -> String {
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  }
}
