import Foundation
import Groundwork
import Imaging

/// A scene as one photograph sees it, before the lens: what a pixel's light is made of, worked out once.
///
/// A pixel's light is `printed * texture + rest`: linear in what is printed on the sign. The renderer sums it up, its
/// adjoint uses `printed` alone.
struct SceneView: Sendable {
  let scene: SignScene
  let roadside: RoadsideView
  let plate: PlateView?
  /// The light that a white place of the plate sends to the camera: in the shade, and by the direct sun besides.
  private let shade: Light
  private let direct: Light
  private let leaves: NoiseTexture?
  /// Which part of the plate's light arrives through the air, and what the air adds.
  let transmittance: Float
  private let airlight: Light

  /// - Parameter pixel: how wide a pixel is one metre ahead, in metres.
  init(_ scene: SignScene, pixel: Double) {
    self.scene = scene
    let haze = scene.haze
    roadside = RoadsideView(
      roadside: scene.roadside, daylight: scene.daylight, fog: haze, pose: scene.pose, camera: scene.camera,
      pixel: pixel, headlamps: scene.headlamps, snow: scene.precipitation?.kind == .snow ? 0.8 : 0)
    plate = PlateView(face: scene.face, pose: scene.pose, camera: scene.camera)
    let distance = (scene.pose.center * scene.pose.center).sum().squareRoot()
    transmittance = haze?.transmittance(over: Float(distance)) ?? 1
    airlight = haze == nil ? .zero : (1 - transmittance) * roadside.airlight
    let arriving = transmittance
    let lamps = scene.headlamps.map { arriving * scene.sheeting.light(from: $0, at: distance) } ?? .zero
    let inShade = scene.daylight.light(on: scene.pose.normal, sunlit: 0)
    let inSun = scene.daylight.light(on: scene.pose.normal, sunlit: scene.daylight.sunOnSign)
    shade = SceneView.reflectance * inShade + lamps
    direct = SceneView.reflectance * (inSun - inShade)
    leaves = scene.shadow.kind == .dappled ? scene.leaves ?? NoiseTexture(seed: scene.roadside.seed) : nil
  }

  /// Which part of a colour's nominal light the face gives back. The faces are drawn in the colours of new signs as
  /// they are seen by day, so all of it.
  private static let reflectance: Float = 1

  /// The light that a white place of the plate, seen at a pixel, sends into the camera.
  @inline(__always)
  func printed(_ plate: PlateView, atPixel x: Int, _ y: Int) -> Light {
    guard scene.shadow.kind != .none else { return transmittance * (shade + direct) }
    let place = plate.place(ofPixel: x, y)
    let share =
      leaves.map { noise in noise.withSampler { scene.shadow.transmittance(at: place, noise: $0) } }
      ?? scene.shadow.transmittance(at: place)
    return transmittance * (shade + share * direct)
  }

  /// The light of a pixel.
  @inline(__always)
  func light(ofPixel x: Int, _ y: Int, texels: UnsafeBufferPointer<Light>) -> Light {
    var shown = Light.zero
    var light = Light.zero
    if let plate, plate.box.contains(x, y) {
      shown = plate.mean(ofPixel: x, y, texels: texels)
      if shown.w > 0 { light = printed(plate, atPixel: x, y) * shown + shown.w * airlight }
    }
    if shown.w < 0.999 {
      let ray = scene.camera.ray(through: Point(x: Double(x) + 0.5, y: Double(y) + 0.5))
      light += (1 - shown.w) * roadside.light(along: SIMD3<Float>(ray))
    }
    light.w = 0
    return light
  }
}
