import Groundwork
import Imaging
import Testing

@testable import Signs

@Suite struct AdjointTests {
  private let renderer = SignRenderer(loop: ConcurrentLoop(threads: 2))

  /// A face of noise, so that every texel counts.
  private static func face(side: Int = 48, bump: (texel: Int, channel: Int, by: Float)? = nil) -> SignFace {
    var stream = RandomStream(seed: 4, name: "face of noise")
    var light = (0..<3 * side * side).map { _ in 0.2 + 0.6 * stream.uniform() }
    if let bump { light[bump.channel * side * side + bump.texel] += bump.by }
    return SignFace(
      image: Image(width: side, height: side, samples: light.map(LinearLight.encode)), physicalWidth: 0.9)
  }

  /// Everything at once: lens, vignetting, motion, fog, a shadow, lamps, rain with drops on the glass.
  private static func scene(_ face: SignFace, distance: Double = 14, yaw: Double = 0.3) -> SignScene {
    var scene = SignScene(
      face: face, pose: SignPose(lateral: 1.5, height: 0.8, distance: distance, yaw: yaw, pitch: 0.1, roll: 0.2),
      lens: Lens(blur: 0.9, vignetting: 0.7), fog: Fog(visibility: 60), roadside: Roadside(seed: 2, backdrop: .trees),
      motion: MotionBlur(x: 2.3, y: -1.1))
    scene.headlamps = Headlamps()
    scene.precipitation = Precipitation(.rain, rate: 20)
    scene.shadow.kind = .edge
    scene.shadow.direction = SIMD2(0.6, 0.8)
    return scene
  }

  private func window(_ scene: SignScene) throws -> PixelRectangle {
    PixelRectangle(around: try #require(scene.projectedBox), margin: 4)
  }

  private func randomField(_ window: PixelRectangle, seed: UInt64) -> LightField {
    var field = LightField(window: window)
    var stream = RandomStream(seed: seed, name: "gradient")
    for at in field.light.indices {
      field.light[at] = Light(stream.gaussian(), stream.gaussian(), stream.gaussian(), 0)
    }
    return field
  }

  private func product(_ a: [Light], _ b: [Light]) -> Double {
    zip(a, b).reduce(0) { sum, pair in
      sum + (0..<3).reduce(0) { $0 + Double(pair.0[$1]) * Double(pair.1[$1]) }
    }
  }

  /// <A x, y> = <x, A' y>: the part of the light that the texture makes is the difference from a black face.
  @Test(arguments: [(6.0, 0.0), (14, 0.3), (60, -0.5), (120, 0)])
  func innerProductsAgree(_ distance: Double, _ yaw: Double) throws {
    let face = AdjointTests.face()
    let scene = AdjointTests.scene(face, distance: distance, yaw: yaw)
    let black = AdjointTests.scene(PaintedFaces.plain(.black, side: 48), distance: distance, yaw: yaw)
    let window = try window(scene)
    let y = randomField(window, seed: 9)
    let with = renderer.light(of: scene, window: window, seed: 3, frame: 5)
    let without = renderer.light(of: black, window: window, seed: 3, frame: 5)
    let left = product(with.light, y.light) - product(without.light, y.light)
    let gradient = renderer.textureGradient(of: scene, gradient: y, seed: 3, frame: 5)
    let level = face.texture.levels[0]
    let texels = (0..<48 * 48).map { face.texture.texels[level.start + ($0 / 48 + 1) * 50 + $0 % 48 + 1] }
    let right = product(texels, gradient.texels)
    let size = (product(with.light, with.light) * product(y.light, y.light)).squareRoot()
    #expect(abs(left - right) < 1e-5 * size, "\(left) \(right) \(size)")
  }

  @Test(arguments: [(0, 0), (24 * 48 + 24, 1), (10 * 48 + 31, 2), (47 * 48 + 47, 0)])
  func finiteDifferencesAgree(_ texel: Int, _ channel: Int) throws {
    let step: Float = 0.05
    let scene = AdjointTests.scene(AdjointTests.face())
    let window = try window(scene)
    let y = randomField(window, seed: 10)
    let gradient = renderer.textureGradient(of: scene, gradient: y)
    let higher = AdjointTests.scene(AdjointTests.face(bump: (texel, channel, step)))
    let lower = AdjointTests.scene(AdjointTests.face(bump: (texel, channel, -step)))
    let difference =
      product(renderer.light(of: higher, window: window).light, y.light)
      - product(renderer.light(of: lower, window: window).light, y.light)
    let expected = Double(gradient.texels[texel][channel])
    #expect(abs(difference / Double(2 * step) - expected) < 0.02 + 0.01 * abs(expected))
  }

  @Test func whatIsHiddenHasNoGradient() throws {
    var scene = AdjointTests.scene(AdjointTests.face())
    scene.pose.yaw = 2
    let gradient = renderer.textureGradient(
      of: scene, gradient: randomField(PixelRectangle(x: 600, y: 400, width: 20, height: 20), seed: 1))
    #expect(gradient.texels.allSatisfy { $0 == .zero })
  }
}
