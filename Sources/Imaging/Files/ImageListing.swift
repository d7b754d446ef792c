import Groundwork

/// The pictures of a folder, and what else lies in it.
package struct ImageListing: Sendable {
  /// How far down a folder is searched.
  package enum Depth: Sendable {
    case thisFolder
    /// The folders in it as well, each once, links followed.
    case allFolders
  }

  /// A file that is no picture which can be read, and why.
  package struct Other: Sendable, Equatable {
    package let path: String
    package let reason: ImageFileError
  }

  /// Files that begin as pictures which are read; whether they are sound shows when they are read.
  package private(set) var pictures: [String] = []
  /// Every other file, and folders that may not be read.
  package private(set) var others: [Other] = []

  /// Looks through a folder, by content and not by name, in natural order; hidden files and folders are passed over.
  /// - Throws: `FileFault` when the folder itself cannot be read.
  package init(folder: String, depth: Depth) throws(FileFault) {
    var visited = Set([FolderEntry(path: folder).identity])
    // What is still to be looked at, the next last.
    var waiting = Array(try FolderEntry.all(inFolder: folder).reversed())
    while let entry = waiting.popLast() {
      switch entry.kind {
      case .file: look(at: entry.path)
      case .folder where depth == .allFolders && visited.insert(entry.identity).inserted:
        do throws(FileFault) {
          waiting += try FolderEntry.all(inFolder: entry.path).reversed()
        } catch {
          others.append(Other(path: entry.path, reason: .file(error)))
        }
      case .folder: break
      case .other: passOver(entry.path, .notRegular)
      case .unknown: passOver(entry.path, .missing)
      }
    }
  }

  private mutating func look(at path: String) {
    do throws(FileFault) {
      let bytes = try WholeFile.beginning(of: path, count: FileContent.telling)
      if bytes.isEmpty { return others.append(Other(path: path, reason: .empty(path: path))) }
      let content = FileContent(of: bytes)
      if content.family == .readPicture {
        pictures.append(path)
      } else {
        others.append(Other(path: path, reason: .notRead(path: path, content)))
      }
    } catch {
      others.append(Other(path: path, reason: .file(error)))
    }
  }

  private mutating func passOver(_ path: String, _ problem: FileFault.Problem) {
    others.append(Other(path: path, reason: .file(FileFault(path: path, problem: problem))))
  }
}
