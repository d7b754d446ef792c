import Foundation

/// A file that cannot be read or written, and why.
package struct FileFault: ExplainedError, Equatable {
  /// What went wrong; error numbers are the system's (`errno`).
  package enum Problem: Sendable, Equatable {
    /// There is no file to read at the path.
    case missing
    /// A folder stands where a file to read belongs.
    case isDirectory
    /// A pipe, a device or a socket stands where a file to read belongs.
    case notRegular
    /// The file is there and may not be read.
    case notPermitted
    /// The file to read is larger than the limit, in bytes.
    case tooLarge(limit: Int)
    /// Reading failed in another way.
    case unreadable(Int32)
    /// The file or folder to write cannot be made: no permission, no such folder, a folder in the way.
    case cannotCreate(Int32)
    /// Writing began and could not end: disk full, pipe closed.
    case cannotWrite(Int32)
  }

  /// The file as the user named it, or "standard output".
  package let path: String
  package let problem: Problem

  package init(path: String, problem: Problem) {
    self.path = path
    self.problem = problem
  }

  package var kind: FaultKind {
    switch problem {
    case .missing, .isDirectory, .notRegular, .notPermitted, .unreadable: .missingInput
    case .tooLarge: .badData
    case .cannotCreate: .cannotCreate
    case .cannotWrite: .cannotWrite
    }
  }

  package var description: String {
    switch problem {
    case .missing: "\(path): there is no such file; check the name."
    case .isDirectory: "\(path): is a folder where a file is needed; name a file in it."
    case .notRegular: "\(path): is a pipe, a device or a socket where a file is needed; leave it out."
    case .notPermitted: "\(path): may not be read; check the permissions of the file and its folders."
    case .tooLarge(let limit): "\(path): is larger than the \(limit) bytes that are read; give a smaller file."
    case .unreadable(let number): "\(path): cannot be read (\(FileFault.words(number)))."
    case .cannotCreate(let number): "\(path): cannot be created: \(FileFault.obstacle(number))."
    case .cannotWrite(let number): "\(path): cannot be written to its end: \(FileFault.interruption(number))."
    }
  }

  /// The fault of opening or reading a file.
  static func reading(_ path: String, _ number: Int32) -> FileFault {
    switch number {
    case ENOENT, ENOTDIR: FileFault(path: path, problem: .missing)
    case EISDIR: FileFault(path: path, problem: .isDirectory)
    case EACCES, EPERM: FileFault(path: path, problem: .notPermitted)
    default: FileFault(path: path, problem: .unreadable(number))
    }
  }

  /// The fault of making a file or folder; a disk that is already full counts as one that cannot be written.
  static func creating(_ path: String, _ number: Int32) -> FileFault {
    switch number {
    case ENOSPC, EDQUOT: FileFault(path: path, problem: .cannotWrite(number))
    default: FileFault(path: path, problem: .cannotCreate(number))
    }
  }

  private static func obstacle(_ number: Int32) -> String {
    switch number {
    case EACCES, EPERM: "no permission to write there; choose another place or change the permissions"
    case EROFS: "the file system is read-only; choose another place"
    case EISDIR: "a folder of that name is in the way; choose another name"
    case ENOENT: "its folder does not exist; make the folder first"
    case ENOTDIR, EEXIST: "a file is in the way where a folder is needed; choose another name"
    case ENAMETOOLONG: "the name is too long; choose a shorter one"
    default: words(number)
    }
  }

  private static func interruption(_ number: Int32) -> String {
    switch number {
    case ENOSPC, EDQUOT: "the disk is full; free some space or choose another place"
    case EPIPE: "the program that was reading it has closed the pipe"
    case EFBIG: "it would be larger than files may be here; choose another place"
    default: words(number)
    }
  }

  private static func words(_ number: Int32) -> String {
    String(cString: strerror(number)).lowercased()
  }
}
