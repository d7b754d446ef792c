import Groundwork
import Networks
import Signs

/// The sign renderer as a source of training pictures.
package struct PictureGenerator: Sendable {
  /// Draws one of a sign's pictures of a seed, as `DrawnPictures.Draw` does.
  typealias Draw =
    @Sendable (_ sign: SignClass, _ seed: UInt64, _ number: Int, _ levels: UnsafeMutableBufferPointer<UInt8>) -> Void

  /// Names all that the pictures depend on but the seed and their size.
  let identity: String
  /// Of every picture, in pixels.
  let side: Int
  let draw: Draw

  /// The pictures as a source for a network.
  /// - Parameter classes: the network's; those that are signs are drawn.
  func pictures(of classes: ClassList, perEpoch: Int?, augmentation: Augmentation) -> DrawnPictures {
    let (draw, signs) = (draw, classes.signs)
    return DrawnPictures(
      side: side, classes: signs.indices.filter { signs[$0] != nil }, picturesPerEpoch: perEpoch,
      augmentation: augmentation, identity: identity
    ) { label, seed, number, levels in
      guard let sign = signs[label] else { preconditionFailure("what is drawn is a sign") }
      draw(sign, seed, number, levels)
    }
  }
}

extension PictureGenerator {
  /// Loads the faces of all classes with their variants, and prepares the scenery.
  /// - Parameters:
  ///   - folder: the folder of the sign faces, `Assets/Signs`.
  ///   - side: of every picture, in pixels.
  ///   - seed: the run's seed.
  ///   - loop: what shares the work of preparing; the pictures do not depend on its threads.
  /// - Throws: `SignFaceError` about the first face that is missing or wrong.
  package init(facesIn folder: String, side: Int, seed: UInt64, loop: ConcurrentLoop) throws {
    let faces = try SignFaceCollection(
      folder: folder, longestSide: SyntheticPictures.longestFaceSide(side: side), loop: loop)
    var digest = SHA256()
    for entry in faces.entries { digest.update(try WholeFile.read("\(folder)/\(entry.name).png")) }
    identity = "synthetic pictures, faces \(digest.finalizedHex().prefix(8))"
    self.side = side
    let pictures = SyntheticPictures(faces: faces, side: side, seed: seed, loop: loop)
    draw = { sign, seed, number, levels in
      // Pictures of other seeds than the run's, to judge by, are others of the run's endless many.
      var stream = RandomStream(seed: seed, name: "number of a training picture", number)
      pictures.draw(sign, index: Int(stream.next() >> 1), into: levels)
    }
  }
}
