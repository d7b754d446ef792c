import Driving
import Groundwork
import Imaging
import Signs

/// The car's camera, photographing the rendered sign at the stop line.
package struct RoadsideCamera: SignCamera {
  package let frameRate: Double
  package let geometry: SignGeometry
  private let scene: SignScene
  private let renderer: SignRenderer
  private let seed: UInt64

  /// - Parameters:
  ///   - scene: what there is to see; its pose is replaced by the geometry's.
  ///   - geometry: where the sign stands, seen from the camera.
  ///   - frameRate: frames a second.
  ///   - seed: the run's seed, for the sensor's noise.
  ///   - loop: what renders; the pictures do not depend on its threads.
  package init(scene: SignScene, geometry: SignGeometry, frameRate: Double, seed: UInt64, loop: ConcurrentLoop) {
    self.scene = scene
    self.geometry = geometry
    self.frameRate = frameRate
    self.seed = seed
    renderer = SignRenderer(loop: loop)
  }

  package var firstSight: Double { geometry.firstSight }

  package func sight(at distance: Double) -> SignBox? { geometry.sight(at: distance) }

  package func photograph(frame: Int, distance: Double, crop: SignBox) -> Image {
    var scene = scene
    scene.pose = geometry.pose(at: distance)
    let window = PixelRectangle(around: crop, margin: 1)
    return renderer.photograph(scene, window: window, seed: seed, frame: frame)
      .cropped(
        x: crop.x - Double(window.x), y: crop.y - Double(window.y), width: crop.width, height: crop.height,
        toWidth: GTSRBDataSet.side, height: GTSRBDataSet.side)
  }
}

extension RoadsideCamera {
  /// The camera of a scenario.
  /// - Parameter faces: the folder of the sign faces, `Assets/Signs`.
  /// - Throws: `SignFaceError` when the face cannot be loaded, `ParameterFault` when a setting is out of range.
  package init(_ scenario: Scenario, faces: String, loop: ConcurrentLoop) throws {
    let face = try SignFace(scenario.sign, facesFolder: faces)
    let geometry = try SignGeometry(
      camera: scenario.camera.pinhole, roadside: scenario.sign.roadside,
      plate: SIMD2(face.physicalWidth, face.physicalHeight), smallestWidth: Double(scenario.camera.smallestSign))
    let scene = SignScene(
      face: face, pose: geometry.pose(at: geometry.firstSight), camera: scenario.camera.pinhole,
      lens: Lens(blur: scenario.camera.blur), daylight: scenario.light.daylight, fog: scenario.light.fog,
      roadside: Signs.Roadside(seed: scenario.seed, backdrop: scenario.light.backdrop))
    self.init(
      scene: scene, geometry: geometry, frameRate: scenario.camera.rate, seed: scenario.seed, loop: loop)
  }
}
