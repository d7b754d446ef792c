import Groundwork
import Networks
import Signs
import Synchronization

/// The sign renderer as a source of training pictures: each of another sign, road, light and camera.
package struct RenderedSigns: Sendable {
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

extension RenderedSigns {
  /// Loads the faces of all classes and prepares the renderer.
  /// - Parameters:
  ///   - folder: the folder of the sign faces, `Assets/Signs`.
  ///   - loop: what shares the preparation; the pictures do not depend on its threads.
  /// - Throws: `SignFaceError` about the first face that is missing or wrong.
  package init(facesIn folder: String, loop: ConcurrentLoop) throws {
    let faces = try SignFaceCollection(folder: folder, longestSide: RenderedSigns.longestSide, loop: loop)
    var digest = SHA256()
    for entry in faces.entries { digest.update(try WholeFile.read("\(folder)/\(entry.name).png")) }
    identity = "synthetic pictures 1, faces \(digest.finalizedHex().prefix(8))"
    let pictures = SyntheticPictures(
      faces: SignClass.allCases.map { RenderedSigns.drawn(of: $0, faces) }, seed: RenderedSigns.tableSeed, loop: loop)
    let workspaces = Workspaces(pictures)
    draw = { label, seed, number, levels in
      guard let sign = SignClass(rawValue: label) else { preconditionFailure("a drawn label is a class") }
      // The renderer numbers the pictures of one seed; of several seeds, each has a number of its own.
      var stream = RandomStream(seed: seed, name: "rendered training picture", number)
      let index = Int(truncatingIfNeeded: stream.next())
      workspaces.lend { pictures.draw(sign, index: index, into: levels, workspace: $0) }
    }
  }

  /// Larger than any sign in a training picture, in pixels.
  private static let longestSide = 128
  /// What the renderer's tables of noise and scenery are made from; pictures differ by their number.
  private static let tableSeed: UInt64 = 1
  /// How often a class's plain face is drawn for every once that one of its variants is.
  private static let plainShare = 4

  /// The faces of a class as often as they are drawn: Germany's, and for stop and yield those of the United States.
  private static func drawn(of sign: SignClass, _ faces: SignFaceCollection) -> [SignFace] {
    let (german, foreign) = (faces[sign], faces.faces(of: sign, in: .unitedStates))
    let plain = german.prefix(1).map(\.face)
    return (0..<plainShare).flatMap { _ in plain } + (german.dropFirst() + foreign).map(\.face)
  }
}

/// Scratch memory of the renderer, lent to one worker at a time and kept for the next.
private final class Workspaces: Sendable {
  /// One worker's memory; whoever took it off the list owns it alone.
  private struct Lent: @unchecked Sendable {
    let workspace: PictureWorkspace
  }

  private let pictures: SyntheticPictures
  private let idle = Mutex<[Lent]>([])

  init(_ pictures: SyntheticPictures) { self.pictures = pictures }

  func lend(_ body: (PictureWorkspace) -> Void) {
    let lent = idle.withLock { $0.popLast() } ?? Lent(workspace: pictures.makeWorkspace())
    body(lent.workspace)
    idle.withLock { $0.append(lent) }
  }
}
