import Foundation
import Groundwork
import Imaging
import Networks
import Signs

/// The sign renderer as a source of training pictures: each of another sign, road, light and camera.
package struct RenderedSigns: Sendable {
  /// Names all that the pictures depend on but the seed.
  let identity: String
  let draw: DrawnPictures.Draw

  /// The pictures as a source.
  func pictures(perEpoch: Int?, augmentation: Augmentation) -> DrawnPictures {
    DrawnPictures(
      side: GTSRBDataSet.side, classes: SignClass.allCases.map(\.rawValue), picturesPerEpoch: perEpoch,
      augmentation: augmentation, identity: identity, draw: draw)
  }
}

extension RenderedSigns {
  /// Loads the faces of all classes.
  /// - Parameter folder: the folder of the sign faces, `Assets/Signs`.
  /// - Throws: `SignFaceError` about the first face that is missing or wrong.
  package init(facesIn folder: String) throws {
    var digest = SHA256()
    let faces = try SignClass.allCases.map { sign in
      let face = try SignFace(of: sign, inFolder: folder)
      digest.update(try WholeFile.read(SignFace.path(of: sign, inFolder: folder)))
      return face
    }
    identity = "roadside renderer 1, faces \(digest.finalizedHex().prefix(8))"
    draw = { label, seed, number, levels in
      var stream = RandomStream(seed: seed, name: "rendered training picture", label, number)
      RenderedSigns.photograph(faces[label], seed: seed, number: number, from: &stream, into: levels)
    }
  }

  /// One worker renders one picture; many are rendered at a time.
  private static let renderer = SignRenderer(loop: ConcurrentLoop(threads: 1))

  private static func photograph(
    _ face: SignFace, seed: UInt64, number: Int, from stream: inout RandomStream,
    into levels: UnsafeMutableBufferPointer<UInt8>
  ) {
    let scene = scene(of: face, from: &stream)
    guard let box = scene.projectedBox else { preconditionFailure("the sign is placed before the camera") }
    func jitter() -> Double { Double(stream.uniform(in: -0.06..<0.06)) }
    let crop = SignBox(
      x: box.x + jitter() * box.width, y: box.y + jitter() * box.height, width: box.width * (1 + jitter()),
      height: box.height * (1 + jitter())
    ).grown(by: SignBox.networkMargin)
    let window = PixelRectangle(around: crop, margin: 1)
    let picture = renderer.photograph(scene, window: window, seed: seed, frame: number).cropped(
      x: crop.x - Double(window.x), y: crop.y - Double(window.y), width: crop.width, height: crop.height,
      toWidth: GTSRBDataSet.side, height: GTSRBDataSet.side)
    for (index, value) in picture.samples.enumerated() { levels[index] = Image.level(value) }
  }

  /// Signs 10 to 80 pixels wide, seen from up to 35 degrees aside, in any daylight.
  private static func scene(of face: SignFace, from stream: inout RandomStream) -> SignScene {
    func draw(_ range: Range<Float>) -> Double { Double(stream.uniform(in: range)) }
    let camera = PinholeCamera()
    let pixels = 10 * Foundation.exp(draw(0..<2.08))
    let pose = SignPose(
      lateral: draw(1..<4), height: draw(0.5..<2), distance: camera.focalLength * face.physicalWidth / pixels,
      yaw: draw(-0.6..<0.6), pitch: draw(-0.15..<0.15), roll: draw(-0.14..<0.14))
    let daylight = Daylight(
      sky: Daylight.Sky.allCases[stream.index(below: Daylight.Sky.allCases.count)], sunElevation: draw(0.1..<1.1),
      sunAzimuth: draw(0..<6.283), sunOnSign: stream.index(below: 3) == 0 ? 0 : 1)
    return SignScene(
      face: face, pose: pose, camera: camera, lens: Lens(blur: draw(0.3..<1.4)), daylight: daylight,
      roadside: Signs.Roadside(seed: stream.next()),
      exposure: .automatic(key: 0.03 * Foundation.exp(draw(0..<2))))
  }
}
