import Foundation
import Groundwork
import Imaging

/// The pictures of a folder, whatever else lies in it.
struct ImageFolder {
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  /// Reads `count` of the pictures, evenly spaced in the order of their names: pictures of one track lie side by side. Of
  /// n it takes those at i n / count, rounded down, and all where there are no more than `count`.
  /// - Throws: `FileFault` when there is no such folder, `ImageFileError` when a picture cannot be read.
  func read(_ count: Int) throws -> [Image] {
    guard let entries = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw FileFault(path: path, problem: .missing)
    }
    let files = entries.filter { $0.hasSuffix(".ppm") || $0.hasSuffix(".png") }.sorted()
    let taken = min(count, files.count)
    return try (0..<taken).map { try ImageFile.read("\(path)/\(files[$0 * files.count / taken])") }
  }
}
