import Foundation
import Groundwork
import Imaging
import Testing

@testable import Signs

@Suite struct SceneTests {
  private static let pose = SignPose(lateral: 2, height: 1, distance: 20)
  private static let window = PixelRectangle(x: 720, y: 380, width: 70, height: 70)

  private func scene(_ change: (inout SignScene) -> Void = { _ in }) -> SignScene {
    var scene = PaintedFaces.scene(PaintedFaces.plain(Color(gray: 0.8)), pose: SceneTests.pose)
    change(&scene)
    return scene
  }

  /// The mean green light in the middle of the sign.
  private func onSign(_ scene: SignScene) throws -> Double {
    let box = try #require(scene.projectedBox)
    let field = SignRenderer(loop: ConcurrentLoop(threads: 1)).light(
      of: scene,
      window: PixelRectangle(x: Int(box.x + box.width / 2) - 3, y: Int(box.y + box.height / 2) - 3, width: 6, height: 6)
    )
    return field.light.reduce(0) { $0 + Double($1.y) } / Double(field.light.count)
  }

  /// Lamps stand before the windscreen and shine below the line of sight: the flakes that seem largest are dark.
  @Test func flakesNearTheCameraAreOutsideTheLampsBeam() {
    let lamps = Headlamps()
    #expect(lamps.illuminance(ofParticleAt: 1.5) == 0)
    #expect(lamps.illuminance(ofParticleAt: 3) < 0.02 * lamps.illuminance(at: 1))
    let far = lamps.illuminance(ofParticleAt: 60)
    #expect(far > 0.97 * lamps.illuminance(at: 58.1) && far < lamps.illuminance(at: 58.1))
  }

  @Test(arguments: [2, 7])
  func weatherIsTheSameOnAnyNumberOfThreads(_ threads: Int) {
    let scene = scene {
      $0.precipitation = Precipitation(.rain, rate: 25)
      $0.headlamps = Headlamps()
      $0.motion = MotionBlur(x: 3, y: 1)
      $0.lens = Lens()
      $0.shadow.kind = .dappled
    }
    func photograph(_ threads: Int) -> Image {
      SignRenderer(loop: ConcurrentLoop(threads: threads)).photograph(
        scene, window: SceneTests.window, seed: 4, frame: 2)
    }
    #expect(photograph(threads) == photograph(1))
  }

  @Test(arguments: [Precipitation.Kind.rain, .snow])
  func aPixelOfTheWeatherDoesNotDependOnItsWindow(_ kind: Precipitation.Kind) {
    let scene = scene { $0.precipitation = Precipitation(kind, rate: 10) }
    let renderer = SignRenderer(loop: ConcurrentLoop(threads: 2))
    let inner = PixelRectangle(x: 735, y: 400, width: 30, height: 25)
    let whole = renderer.light(of: scene, window: SceneTests.window, seed: 1, frame: 7).cropped(to: inner)
    let part = renderer.light(of: scene, window: inner, seed: 1, frame: 7)
    #expect(zip(whole.light, part.light).allSatisfy { (($0 - $1) * ($0 - $1)).sum() < 1e-6 })
    let other = renderer.light(of: scene, window: inner, seed: 1, frame: 8)
    #expect(other != part)
  }

  @Test func sheetingLightsUpByNightAndPaintDoesNot() throws {
    func bright(_ sheeting: Sheeting, at distance: Double) throws -> Double {
      try onSign(
        scene {
          $0.daylight.sky = .night
          $0.headlamps = Headlamps()
          $0.sheeting = sheeting
          $0.pose.distance = distance
        })
    }
    #expect(try bright(.prisms, at: 60) > 20 * bright(.matt, at: 60))
    #expect(try bright(.prisms, at: 60) > bright(.beads, at: 60))
    #expect(try bright(.matt, at: 20) / bright(.matt, at: 40) > 3)
  }

  @Test func retroreflectionIsWhatTheStandardAsksFor() {
    let minute = Double.pi / 180 / 60
    #expect(Sheeting.prisms.retroreflection(atAngle: 12 * minute) == 250)
    #expect(abs(Sheeting.prisms.retroreflection(atAngle: 20 * minute) - 180) < 1e-9)
    #expect(abs(Sheeting.beads.retroreflection(atAngle: 120 * minute) - 5) < 1e-9)
    #expect(Sheeting.matt.retroreflection(atAngle: minute) == 0)
  }

  @Test func aShadowTakesTheDirectSunOnly() throws {
    let lit = try onSign(scene())
    let shaded = try onSign(scene { $0.daylight.sunOnSign = 0 })
    let behind = try onSign(
      scene {
        $0.shadow.kind = .edge
        $0.shadow.position = 5
      })
    #expect(abs(behind - shaded) < 1e-3 * shaded && shaded < 0.8 * lit)
  }

  @Test func rainAndSnowTakeTheViewAsTheirSourcesSay() {
    #expect(abs(Precipitation(.rain, rate: 1).visibility - 11_600) < 1e-6)
    #expect(Precipitation(.rain, rate: 50).visibility < 1_200)
    #expect((400...600).contains(Precipitation(.snow, rate: 2.5).visibility))
    let both = Fog.combining(Fog(visibility: 100), Precipitation(.snow, rate: 1))
    #expect(abs((both?.visibility ?? 0) - 1 / (1.0 / 100 + 1.0 / 1_000)) < 1e-9)
  }

  @Test func theNightIsNotExposedForEver() {
    let renderer = SignRenderer(loop: ConcurrentLoop(threads: 1))
    let night = scene {
      $0.daylight.sky = .night
      $0.exposure = .daytime
    }
    #expect(renderer.gain(of: night) == night.sensor.largestGain)
  }

  @Test func wearChangesTheFaceWhereItSaysAndKeepsItsSize() throws {
    let face = try #require(PaintedFaces.disc(Color(red: 0.7, green: 0.1, blue: 0.1)))
    var wear = FaceWear()
    #expect(face.worn(wear, seed: 1).texture.texels == face.texture.texels)
    wear.fading = 0.8
    let faded = face.worn(wear, seed: 1)
    #expect(abs(faded.physicalHeight - face.physicalHeight) < 1e-6)
    let middle = face.texture.levels[0].start + 129 * 258 + 129
    #expect(faded.texture.texels[middle].y > face.texture.texels[middle].y + 0.05)
    wear = FaceWear()
    wear.bulletMarks = 6
    let shot = face.worn(wear, seed: 1)
    let changed = zip(shot.texture.texels, face.texture.texels).count { abs($0.x - $1.x) > 0.02 }
    #expect(changed > 20 && changed < face.texture.texels.count / 10)
  }

  /// From 6 to 400 pixels the mean light of a checked face is that of its mean colour: nothing is skipped or doubled.
  @Test(arguments: [6.0, 11.3, 23, 47, 120, 400])
  func samplingIsAreaCorrectAtEverySize(_ pixels: Double) throws {
    var image = Image(width: 256, height: 256, color: .black)
    for y in 0..<256 {
      for x in 0..<256 where (x / 4 + y / 4) % 2 == 0 { image[x: x, y: y] = .white }
    }
    let camera = PinholeCamera()
    let distance = camera.focalLength * 0.9 / pixels
    var scene = PaintedFaces.scene(
      SignFace(image: image, physicalWidth: 0.9), pose: SignPose(lateral: 0.013, height: 0.4, distance: distance))
    var grey = scene
    grey.face = SignFace(
      image: Image(width: 256, height: 256, color: Color(gray: LinearLight.encode(0.5))), physicalWidth: 0.9)
    scene.lens = Lens(blur: 0, vignetting: 0)
    let window = PixelRectangle(around: try #require(scene.projectedBox), margin: 2)
    let renderer = SignRenderer(loop: ConcurrentLoop(threads: 2))
    func total(_ scene: SignScene) -> Double {
      renderer.light(of: scene, window: window).light.reduce(0) { $0 + Double($1.y) }
    }
    #expect(abs(total(scene) / total(grey) - 1) < 0.01)
  }
}
