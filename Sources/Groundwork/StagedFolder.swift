import Foundation

/// A folder that is filled out of sight and then takes its name: what is in it is whole, and thousands of small files
/// cost one renaming.
///
/// Files may be written from several threads at a time.
///
///     let staged = try StagedFolder("set/00014")
///     do { try staged.write(bytes, to: "00000_00000.ppm"); try staged.finish() } catch { staged.discard(); throw error }
package struct StagedFolder: Sendable {
  /// The name that the folder will have.
  private let path: String
  private let staging: String

  /// Makes an empty folder beside `path`, and the folders above it.
  /// - Throws: `FileFault` when that cannot be made.
  package init(_ path: String) throws(FileFault) {
    let parent = WholeFile.folder(of: path)
    try WholeFile.makeFolder(parent)
    self.path = path
    staging = try TemporaryName.claim(in: parent, for: path) { name in
      mkdir(name.systemPath, 0o777) == 0 ? .success(()) : .failure(SystemError(number: errno))
    }.name
  }

  /// Writes a new file.
  /// - Parameter name: what no other file written here is called.
  /// - Throws: `FileFault` with the file's final path when it cannot be written.
  package func write(_ bytes: [UInt8], to name: String) throws(FileFault) {
    let named = "\(path)/\(name)"
    switch Descriptor.opened("\(staging)/\(name)", flags: O_WRONLY | O_CREAT | O_EXCL) {
    case .success(let file): try WholeFile.fill(Descriptor(number: file.number, path: named), with: bytes)
    case .failure(let error): throw FileFault.creating(named, error.number)
    }
  }

  /// Gives the folder its name. Where there is a folder with files of that name already, or a symbolic link to a folder,
  /// the new files join what is there and replace those of their names.
  /// - Throws: `FileFault` when something else has the name or the place cannot be written.
  package func finish() throws(FileFault) {
    if rename(staging.systemPath, path.systemPath) == 0 { return }
    let number = errno
    guard status(of: path)?.isDirectory == true else { throw FileFault.creating(path, number) }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: staging) else {
      throw FileFault.creating(path, ENOENT)
    }
    for name in names.sorted() {
      let named = "\(path)/\(name)"
      guard rename("\(staging)/\(name)".systemPath, named.systemPath) == 0 else {
        throw FileFault.creating(named, errno)
      }
    }
    guard rmdir(staging.systemPath) == 0 else { throw FileFault.creating(path, errno) }
  }

  /// Removes what was written.
  package func discard() {
    try? FileManager.default.removeItem(atPath: staging)
  }
}
