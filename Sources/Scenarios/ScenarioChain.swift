import Foundation
import Groundwork

/// A scenario file and the files that it extends, one the other.
struct ScenarioChain {
  /// The farthest file first, the user's own last.
  private(set) var documents: [ScenarioDocument]
  /// The SHA-256 of the files' bytes, one after the other in the same order.
  let digest: String

  /// What a file names the file that it extends with.
  static let key = "extends"
  /// How many files a chain may have.
  static let mostFiles = 8

  /// - Parameters:
  ///   - bytes: the user's own file.
  ///   - path: that file as the user named it; the paths in it start at its folder.
  ///   - read: reads a file that is extended.
  /// - Throws: what is wrong in any of the files, with the file and the line.
  init(
    bytes: [UInt8], path: String, reading read: (String) throws(FileFault) -> [UInt8]
  ) throws(ScenarioError) {
    documents = [try ScenarioDocument(bytes: bytes, path: path)]
    var contents = [bytes]
    while let entry = documents[0].entries.first(where: { $0.key == ScenarioChain.key }) {
      let base = try documents[0].text(of: entry, named: ScenarioChain.key)
      let path = documents[0].path.sibling(base)
      guard !documents.contains(where: { $0.path.isSameFile(as: path) }) else {
        throw ScenarioError(
          at: entry.valueLine, problem: "extends '\(base)', which leads back to itself; break the circle.")
      }
      guard documents.count < ScenarioChain.mostFiles else {
        throw ScenarioError(
          at: entry.valueLine,
          problem: "extends '\(base)' in a chain of more than \(ScenarioChain.mostFiles) files; write it with fewer.")
      }
      do {
        contents.insert(try read(path), at: 0)
      } catch {
        throw ScenarioError(at: entry.valueLine, problem: "extends \(error)", kind: error.kind)
      }
      documents.insert(try ScenarioDocument(bytes: contents[0], path: path), at: 0)
    }
    digest = SHA256.hexDigest(of: Array(contents.joined()))
  }
}

extension String {
  /// A path as a file at this path means it: relative to the file's folder.
  func sibling(_ path: String) -> String {
    guard !path.hasPrefix("/"), let slash = lastIndex(of: "/") else { return path }
    return self[...slash] + path
  }

  fileprivate func isSameFile(as other: String) -> Bool {
    func resolved(_ path: String) -> URL { URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL }
    return resolved(self) == resolved(other)
  }
}
