import Groundwork
import Imaging

/// What lies between a scene's light and the sensor in one photograph: drops and flakes, motion, the lens, drops on the
/// glass. Each step is linear.
struct SceneOptics: Sendable {
  let scene: SignScene
  /// Which pixels are delivered, and which the steps need for them.
  let window: PixelRectangle
  let outer: PixelRectangle
  /// The lens's spot.
  let spot: [Float]
  /// What falls before the camera, nil when nothing does.
  let particles: Particles?
  /// Which part of each pixel of `outer` is seen through a drop on the glass; nil without rain.
  private let smeared: [Float]?
  private let smear: [Float]

  init(_ scene: SignScene, window: PixelRectangle, seed: UInt64, frame: Int) {
    self.scene = scene
    self.window = window
    spot = scene.lens.spot
    smear = Lens(blur: GlassDrops.blur * scene.camera.focalLength / 1_312).spot
    let drops = scene.precipitation.flatMap {
      $0.kind == .rain ? GlassDrops(rate: $0.rate, camera: scene.camera, seed: seed, frame: frame) : nil
    }
    let margin = spot.count / 2 + Int((scene.motion.length / 2).rounded(.up)) + 1 + (drops == nil ? 0 : smear.count / 2)
    let outer = window.grown(by: margin)
    self.outer = outer
    smeared = drops?.shares(in: outer)
    particles = scene.precipitation.map {
      Particles(
        $0, in: scene, window: outer, seed: seed, frame: frame,
        daylight: scene.daylight.light(on: SIMD3(0, 0.7, -0.7), sunlit: 0.5))
    }
  }

  /// The field with the smeared picture where drops are on the glass.
  func smearing(_ field: LightField, loop: ConcurrentLoop) -> LightField {
    guard let smeared else { return field }
    var result = field.blurred(by: smear, loop: loop)
    for at in smeared.indices {
      result.light[at] = field.light[at] + smeared[at] * (result.light[at] - field.light[at])
    }
    return result
  }

  /// The adjoint of `smearing(_:loop:)`.
  func smearingAdjoint(_ gradient: LightField, loop: ConcurrentLoop) -> LightField {
    guard let smeared else { return gradient }
    var blurred = gradient
    var own = gradient
    for at in smeared.indices {
      blurred.light[at] *= smeared[at]
      own.light[at] *= 1 - smeared[at]
    }
    blurred = blurred.blurredAdjoint(by: smear, loop: loop)
    for at in own.light.indices { own.light[at] += blurred.light[at] }
    return own
  }

  /// Takes away what the lens loses towards the corners; its own adjoint.
  func vignette(_ field: inout LightField) {
    guard scene.lens.vignetting > 0 else { return }
    let window = field.window
    for y in 0..<window.height {
      for x in 0..<window.width {
        let point = Point(x: Double(window.x + x) + 0.5, y: Double(window.y + y) + 0.5)
        field.light[y * window.width + x] *= scene.lens.transmittance(at: point, in: scene.camera)
      }
    }
  }
}
