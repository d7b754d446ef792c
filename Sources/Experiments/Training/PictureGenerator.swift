import Groundwork
import Networks
import Signs

/// The sign renderer as a source of training pictures.
package struct PictureGenerator: Sendable {
  /// Names all that the pictures depend on but the seed.
  let identity: String
  let draw: DrawnPictures.Draw

  /// The pictures as a source.
  func pictures(perEpoch: Int?, augmentation: Augmentation) -> DrawnPictures {
    DrawnPictures(
      side: SyntheticPictures.side, classes: SignClass.allCases.map(\.rawValue), picturesPerEpoch: perEpoch,
      augmentation: augmentation, identity: identity, draw: draw)
  }
}

extension PictureGenerator {
  /// Loads the faces of all classes with their variants, and prepares the scenery.
  /// - Parameters:
  ///   - folder: the folder of the sign faces, `Assets/Signs`.
  ///   - seed: the run's seed.
  ///   - loop: what shares the work of preparing; the pictures do not depend on its threads.
  /// - Throws: `SignFaceError` about the first face that is missing or wrong.
  package init(facesIn folder: String, seed: UInt64, loop: ConcurrentLoop) throws {
    let faces = try SignFaceCollection(folder: folder, longestSide: SyntheticPictures.longestFaceSide, loop: loop)
    var digest = SHA256()
    for entry in faces.entries { digest.update(try WholeFile.read("\(folder)/\(entry.name).png")) }
    identity = "synthetic pictures, faces \(digest.finalizedHex().prefix(8))"
    let pictures = SyntheticPictures(faces: faces, seed: seed, loop: loop)
    draw = { label, seed, number, levels in
      guard let sign = SignClass(rawValue: label) else { preconditionFailure("what is drawn is a class of signs") }
      // Pictures of other seeds than the run's, to judge by, are others of the run's endless many.
      var stream = RandomStream(seed: seed, name: "number of a training picture", number)
      pictures.draw(sign, index: Int(stream.next() >> 1), into: levels)
    }
  }
}
