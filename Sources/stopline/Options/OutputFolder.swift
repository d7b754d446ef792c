import Groundwork
import Imaging
import Records

/// The folder that a command's files go into.
struct OutputFolder {
  let path: String

  /// Makes the folder before any work is done, so that a run does not end without a place for its result.
  /// - Throws: `FileFault` when it cannot be made.
  init(_ path: String) throws(FileFault) {
    try WholeFile.makeFolder(path)
    self.path = path
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ record: some Encodable, as name: String) throws {
    try WholeFile.write(try RecordEncoding.document(record), to: file(name))
  }

  func write(_ text: String, as name: String) throws(FileFault) {
    try WholeFile.write(Array(text.utf8), to: file(name))
  }

  /// - Parameter maker: what made the picture, for its text chunk.
  func write(_ picture: Image, as name: String, maker: String) throws {
    try ImageFile.writePNG(picture, to: file(name), text: [("Software", "stopline"), ("Description", maker)])
  }
}
