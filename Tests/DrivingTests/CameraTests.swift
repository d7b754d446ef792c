import Signs
import Testing

@testable import Driving

@Suite("Where the camera sees the sign")
struct CameraTests {
  private let geometry: SignGeometry

  init() throws {
    geometry = try SignGeometry(camera: PinholeCamera(), roadside: Driving.Roadside(), plate: SIMD2(0.9, 0.8))
  }

  @Test("the sign is as wide as the pinhole makes it", arguments: [10.0, 20, 40, 80])
  func width(_ distance: Double) throws {
    let box = try #require(geometry.sight(at: distance))
    #expect(abs(box.width - geometry.camera.focalLength * 0.9 / distance) < 1e-9)
    #expect(abs(box.height - box.width * 8 / 9) < 1e-9)
  }

  @Test("it comes into sight when it is 10 pixels wide")
  func firstSight() throws {
    let box = try #require(geometry.sight(at: geometry.firstSight))
    #expect(abs(box.width - 10) < 1e-9)
    #expect(geometry.sight(at: geometry.firstSight + 0.01) == nil)
  }

  @Test("a turned sign comes into sight later, at the same width", arguments: [-1.2, -0.6, 0.3, 1.0])
  func turned(_ yaw: Double) throws {
    let turned = try SignGeometry(
      camera: PinholeCamera(), roadside: Driving.Roadside(yaw: yaw), plate: SIMD2(0.9, 0.8), smallestWidth: 12)
    #expect(turned.firstSight < geometry.firstSight * 10 / 12)
    let box = try #require(turned.sight(at: turned.firstSight))
    #expect(abs(box.width - 12) < 1e-4)
    #expect(turned.sight(at: turned.firstSight * 1.001) == nil)
  }

  @Test("it is lost when its outer edge leaves the frame")
  func lastSight() {
    // The outer edge is 2.8 + 0.45 m to the right; half the frame is 640 px.
    let last = geometry.camera.focalLength * 3.25 / 640
    #expect(geometry.sight(at: last + 0.001) != nil)
    #expect(geometry.sight(at: last - 0.001) == nil)
    #expect(geometry.sight(at: 0) == nil)
    #expect(geometry.sight(at: -3) == nil)
  }

  @Test("it stands right of the middle and above the horizon")
  func place() throws {
    let box = try #require(geometry.sight(at: 30))
    #expect(box.x > 640)
    #expect(box.y + box.height < 480)
  }

  @Test("a crop without jitter is the box plus a tenth on every side")
  func plainCrop() {
    let box = SignBox(x: 100, y: 50, width: 40, height: 20)
    #expect(CropJitter(deviation: 0, seed: 1).crop(of: box, frame: 3) == SignBox(x: 96, y: 48, width: 48, height: 24))
  }

  @Test("jitter is the same for the same seed and frame, and another for another")
  func jitter() {
    let box = SignBox(x: 100, y: 50, width: 40, height: 20)
    let jitter = CropJitter(deviation: 0.05, seed: 1)
    #expect(jitter.crop(of: box, frame: 3) == jitter.crop(of: box, frame: 3))
    #expect(jitter.crop(of: box, frame: 3) != jitter.crop(of: box, frame: 4))
    #expect(jitter.crop(of: box, frame: 3) != CropJitter(deviation: 0.05, seed: 2).crop(of: box, frame: 3))
  }

  @Test("jitter has the deviation asked for, as a part of the sign's size")
  func jitterSize() {
    let box = SignBox(x: 0, y: 0, width: 40, height: 20)
    let jitter = CropJitter(deviation: 0.05, seed: 1)
    let lefts = (0..<4000).map { (jitter.crop(of: box, frame: $0).x + 4) / 40 }
    let mean = lefts.reduce(0, +) / 4000
    let deviation = (lefts.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 4000).squareRoot()
    #expect(abs(mean) < 0.003)
    #expect(abs(deviation - 0.05) < 0.003)
  }
}
