import Experiments
import Groundwork
import Imaging
import Records

/// Pictures that a user names, with what a record says of their files.
enum PictureSources {
  /// The largest picture file that is read.
  private static let limit = 1 << 28

  /// - Parameter names: what each picture is called in results.
  /// - Throws: `FileFault` or `ImageFileError` when a picture cannot be read.
  static func read(_ paths: [String], named names: [String]) throws -> [AttackExperiment.Source] {
    try zip(names, paths).map { name, path in
      let image = try ImageFile.read(path)
      return AttackExperiment.Source(
        name: name, file: path, sha256: SHA256.hexDigest(of: try WholeFile.read(path, limit: limit)), image: image)
    }
  }

  /// The pictures as one set of data.
  static func record(of sources: [AttackExperiment.Source]) -> DataRecord {
    var digest = SHA256()
    for source in sources { digest.update(Array(source.sha256.utf8)) }
    let folders = Set(
      sources.map { source in source.file.lastIndex(of: "/").map { String(source.file[..<$0]) } ?? "." })
    let path = folders.count == 1 ? folders.first ?? "." : "files of \(folders.count) folders"
    return DataRecord(path: path, sha256: digest.finalizedHex(), images: sources.count)
  }
}
