import Foundation
import Groundwork
import Imaging

extension SignFaceCollection {
  /// Loads every face of a folder, each at the usual size of its plate in its country.
  /// - Parameters:
  ///   - folder: the folder of the faces, `Assets/Signs`; what is not a PNG in it is passed over.
  ///   - longestSide: how large a face is kept, in pixels; larger ones are halved until they fit. Training pictures
  ///     that show a sign 30 pixels wide need no more than 128, a sixteenth of the memory.
  ///   - loop: what reads the files; the result does not depend on its threads.
  /// - Throws: `SignFaceError`, about a class without its plain German face, then about the first file in order of
  ///   name that is not named after a class or cannot be read.
  /// - Precondition: `longestSide` is positive.
  package init(
    folder: String, longestSide: Int = SignFace.longestSide, loop: ConcurrentLoop = .allCores
  ) throws(SignFaceError) {
    let names = try SignFaceCollection.names(inFolder: folder)
    let entries = try loop.map(names.count) { piece throws(SignFaceError) in
      let name = names[piece]
      return Entry(
        name: name,
        face: try SignFace(
          contentsOf: "\(folder)/\(name).png", physicalWidth: name.country.standardWidth(of: name.sign.shape),
          longestSide: longestSide))
    }
    self.init(entries: entries)
  }

  /// The names of the faces in a folder, sorted, with a plain German one of every class among them.
  private static func names(inFolder folder: String) throws(SignFaceError) -> [SignFaceName] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var names: [SignFaceName] = []
    for file in files.sorted() where file.hasSuffix(".png") {
      guard let name = SignFaceName(file.dropLast(4)) else { throw .misnamed(path: "\(folder)/\(file)") }
      names.append(name)
    }
    let plain = Set(names.filter { $0 == SignFaceName($0.sign) }.map(\.sign))
    if let missing = SignClass.allCases.first(where: { !plain.contains($0) }) {
      throw .noFace(missing, folder: folder, available: SignClass.allCases.filter(plain.contains))
    }
    return names.sorted()
  }
}
