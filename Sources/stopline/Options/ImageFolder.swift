import Foundation
import Groundwork
import Imaging

/// The pictures of a folder, whatever else lies in it.
struct ImageFolder {
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  /// Reads some of the pictures, chosen by the seed, in the order of their names.
  /// - Throws: `FileFault` when there is no such folder, `ImageFileError` when a picture cannot be read.
  func read(_ count: Int, seed: UInt64) throws -> [Image] {
    guard let entries = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw FileFault(path: path, problem: .missing)
    }
    let files = entries.filter { $0.hasSuffix(".ppm") || $0.hasSuffix(".png") }.sorted()
    var stream = RandomStream(seed: seed, name: "bench pictures")
    return try stream.permutation(of: files.count).prefix(count).sorted().map {
      try ImageFile.read("\(path)/\(files[$0])")
    }
  }
}
