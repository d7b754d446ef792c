import Foundation

/// Something in a folder.
package struct FolderEntry: Sendable {
  /// What it is, symbolic links followed.
  package enum Kind: Sendable, Equatable {
    case file
    case folder
    /// A pipe, a device or a socket.
    case other
    /// A link that leads nowhere, or something that may not be looked at.
    case unknown
  }

  /// Its path, that of the folder first.
  package let path: String
  package let kind: Kind
  /// What is the same for the same folder, whatever path leads there.
  package let identity: Identity?

  package struct Identity: Sendable, Hashable {
    let device: dev_t
    let number: ino_t
  }

  /// Everything in a folder but what is hidden, in natural order.
  /// - Throws: `FileFault` when there is no such folder or it may not be read.
  package static func all(inFolder folder: String) throws(FileFault) -> [FolderEntry] {
    try names(inFolder: folder)
      .filter { !$0.hasPrefix(".") }
      .sorted(by: NaturalOrder.precedes)
      .map { FolderEntry(path: folder.hasSuffix("/") ? folder + $0 : "\(folder)/\($0)") }
  }

  /// Looks at what a path leads to.
  package init(path: String) {
    self.path = path
    let status = status(of: path)
    identity = status.map { Identity(device: $0.st_dev, number: $0.st_ino) }
    kind =
      switch status {
      case nil: .unknown
      case .some(let status) where status.isDirectory: .folder
      case .some(let status) where status.isRegularFile: .file
      case .some: .other
      }
  }

  private static func names(inFolder folder: String) throws(FileFault) -> [String] {
    guard let stream = opendir(folder.systemPath) else { throw FileFault.reading(folder, errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw FileFault.reading(folder, errno) }
        return names
      }
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
            String(systemPath: $0)
          }
        })
    }
  }
}
