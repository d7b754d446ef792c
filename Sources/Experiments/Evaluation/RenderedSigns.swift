import Groundwork
import Imaging
import Records
import Signs

/// Signs that the renderer photographs in fair weather and in foul: the block beside the corrupted photographs.
package struct RenderedSigns: DegradedPictures {
  private let faces: [(sign: SignClass, face: SignFace)]
  private let weathers: [RenderedWeather]
  private let shape: PictureShape
  private let seed: UInt64
  package let count: Int

  /// From how many places each face is photographed.
  private static let viewsPerFace = 20

  /// How fast the car drives, in metres a second: 50 km/h.
  private static let speed = 50 / 3.6

  /// - Parameters:
  ///   - folder: the folder of the sign faces, `Assets/Signs`; classes without a face there are left out.
  ///   - weathers: the block's rows.
  ///   - signs: which signs are shown.
  ///   - shape: the size of the pictures.
  ///   - limit: the most pictures; the classes take turns. Nil for 20 a class.
  ///   - seed: what places, light and scenery are drawn from.
  /// - Throws: `SignFaceError` when a face cannot be loaded.
  package init(
    facesFolder folder: String, weathers: [RenderedWeather] = RenderedWeather.all, signs: [SignClass],
    shape: PictureShape,
    limit: Int? = nil, seed: UInt64
  ) throws(SignFaceError) {
    var faces: [(sign: SignClass, face: SignFace)] = []
    // Faces that no picture would show are not loaded.
    for sign in SignFace.available(inFolder: folder).filter(signs.contains).prefix(limit ?? .max) {
      faces.append((sign, try SignFace(of: sign, inFolder: folder)))
    }
    self.faces = faces
    self.weathers = weathers
    self.shape = shape
    self.seed = seed
    count = min(faces.count * Self.viewsPerFace, limit ?? .max)
  }

  package var degradations: [Degradation] {
    weathers.map { Degradation(name: $0.name, family: CorruptionKind.Family.weather.rawValue, group: .rendered) }
  }

  package func sign(at index: Int) -> SignClass { faces[index % faces.count].sign }

  package func picture(at index: Int, under degradation: (row: Int, severity: Severity)?) -> Image {
    var scene = scene(at: index)
    if let degradation { weathers[degradation.row].change(&scene, degradation.severity) }
    let renderer = SignRenderer(loop: ConcurrentLoop(threads: 1))
    scene.expose(by: renderer, speed: Self.speed)
    guard let box = scene.projectedBox else { preconditionFailure("a sign ahead of the camera is seen") }
    let crop = box.networkCrop
    let window = PixelRectangle(around: crop, margin: 1)
    return renderer.photograph(scene, window: window, seed: seed, frame: index)
      .cropped(to: crop, in: window, shape: shape).roundedToEightBits
  }

  /// A sign at 15 to 50 m, up to 20 degrees turned, by day in any light, without weather.
  private func scene(at index: Int) -> SignScene {
    var stream = RandomStream(seed: seed, name: "rendered signs", index)
    let pose = SignPose(
      lateral: Double(stream.uniform(in: 2..<4.5)), height: Double(stream.uniform(in: 0.6..<1.6)),
      distance: Double(stream.uniform(in: 15..<50)), yaw: Double(stream.uniform(in: -0.35..<0.35)),
      pitch: Double(stream.uniform(in: -0.05..<0.05)), roll: Double(stream.uniform(in: -0.07..<0.07)))
    let skies: [Daylight.Sky] = [.clear, .partlyCloudy, .overcast]
    let daylight = Daylight(
      sky: skies[stream.index(below: skies.count)], sunElevation: Double(stream.uniform(in: 0.2..<1.1)),
      sunAzimuth: Double(stream.uniform(in: -.pi ..< .pi)), sunOnSign: Double(stream.uniform()))
    return SignScene(
      face: faces[index % faces.count].face, pose: pose, daylight: daylight,
      roadside: Roadside(seed: stream.next()))
  }
}
