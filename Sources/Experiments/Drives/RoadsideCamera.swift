import Scenarios
import Driving
import Groundwork
import Imaging
import Signs

/// The car's camera, photographing the rendered sign at the stop line.
package struct RoadsideCamera: SignCamera {
  package let frameRate: Double
  package let geometry: SignGeometry
  /// The size that the network reads.
  private let picture: PictureShape
  private let scene: SignScene
  private let renderer: SignRenderer
  private let seed: UInt64
  /// How fast the car drives, for the motion that the shutter sees, in metres a second.
  private let speed: Double

  /// - Parameters:
  ///   - scene: what there is to see; its pose is replaced by the geometry's.
  ///   - geometry: where the sign stands, seen from the camera.
  ///   - picture: the size that the network reads.
  ///   - frameRate: frames a second.
  ///   - seed: the run's seed, for the sensor's noise.
  ///   - speed: how fast the picture is taken to move, in metres a second: the speed on a free road, a braking car's
  ///     pictures being sharper.
  ///   - loop: what renders; the pictures do not depend on its threads.
  package init(
    scene: SignScene, geometry: SignGeometry, picture: PictureShape, frameRate: Double, seed: UInt64, speed: Double = 0,
    loop: ConcurrentLoop
  ) {
    self.scene = scene
    self.geometry = geometry
    self.picture = picture
    self.frameRate = frameRate
    self.seed = seed
    self.speed = speed
    renderer = SignRenderer(loop: loop)
  }

  package var firstSight: Double { geometry.firstSight }

  package func sight(at distance: Double) -> SignBox? { geometry.sight(at: distance) }

  package func photograph(frame: Int, distance: Double, crop: SignBox) -> Image {
    let window = PixelRectangle(around: crop, margin: 1)
    return self.frame(frame, distance: distance, window: window)
      .cropped(to: crop, in: window, shape: picture)
  }

  /// A piece of the camera's frame, pixel by pixel.
  /// - Parameters:
  ///   - number: the frame's number, for the sensor's noise and what falls.
  ///   - distance: metres from the camera to the line.
  ///   - window: the pixels; they may lie outside the frame.
  package func frame(_ number: Int, distance: Double, window: PixelRectangle) -> Image {
    var scene = scene
    scene.pose = geometry.pose(at: distance)
    scene.expose(by: renderer, speed: speed)
    return renderer.photograph(scene, window: window, seed: seed, frame: number)
  }
}

extension RoadsideCamera {
  /// The camera of a scenario.
  /// - Parameters:
  ///   - picture: the size that the network reads.
  ///   - faces: the folder of the sign faces, `Assets/Signs`.
  /// - Throws: `SignFaceError` when the face cannot be loaded, `ParameterFault` when a setting is out of range.
  package init(_ scenario: Scenario, picture: PictureShape, faces: String, loop: ConcurrentLoop) throws {
    let face = try SignFace(scenario.sign, facesFolder: faces, seed: scenario.seed)
    let geometry = try SignGeometry(
      camera: scenario.camera.pinhole, roadside: scenario.sign.roadside,
      plate: SIMD2(face.physicalWidth, face.physicalHeight), smallestWidth: Double(scenario.camera.smallestSign))
    var scene = SignScene(
      face: face, pose: geometry.pose(at: geometry.firstSight), camera: scenario.camera.pinhole,
      lens: Lens(blur: scenario.camera.blur), daylight: scenario.light.daylight, fog: scenario.light.fog,
      roadside: Signs.Roadside(seed: scenario.seed, backdrop: scenario.light.backdrop))
    scene.sheeting = scenario.sign.sheeting
    scene.headlamps = scenario.light.headlamps == .off ? nil : Headlamps()
    scene.precipitation = scenario.weather.precipitation
    scene.exposureTime = scenario.camera.exposureTime
    if let shadow = scenario.light.shadow.kind { scene.castShadow(shadow, seed: scenario.seed) }
    self.init(
      scene: scene, geometry: geometry, picture: picture, frameRate: scenario.camera.rate, seed: scenario.seed,
      speed: scenario.vehicle.cruisingSpeed, loop: loop)
  }
}

extension Scenario.LightSettings.Shadow {
  /// The renderer's word for it.
  fileprivate var kind: SignScene.ShadowCaster? {
    switch self {
    case .none: nil
    case .edge: .edge
    case .pole: .pole
    case .leaves: .leaves
    }
  }
}
