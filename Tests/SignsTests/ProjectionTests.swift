import Foundation
import Imaging
import Signs
import Testing

@Suite struct ProjectionTests {
  /// 1000 pixels across 90 degrees: a focal length of 500 pixels.
  private let camera = PinholeCamera(width: 1000, height: 800, horizontalFieldOfView: .pi / 2)

  private func isNear(_ a: Double, _ b: Double, within tolerance: Double = 1e-9) -> Bool { abs(a - b) <= tolerance }

  @Test func focalLengthFollowsFromTheFieldOfView() {
    #expect(isNear(camera.focalLength, 500))
    #expect(isNear(PinholeCamera(width: 1280, horizontalFieldOfView: 52 * .pi / 180).focalLength, 1312.2, within: 0.05))
  }

  @Test func pointsFallWhereARulerSays() throws {
    let point = try #require(camera.project(SIMD3(2, 1, 10)))
    #expect(isNear(point.x, 500 + 100) && isNear(point.y, 400 - 50))
    #expect(camera.project(SIMD3(0, 0, 0)) == nil)
    #expect(camera.project(SIMD3(1, 1, -5)) == nil)
  }

  @Test func raysLeadBackThroughTheirPoint() throws {
    let ray = camera.ray(through: Point(x: 123, y: 456))
    let point = try #require(camera.project(7 * ray))
    #expect(isNear(point.x, 123) && isNear(point.y, 456))
  }

  @Test func anUnturnedSignIsFocalLengthTimesWidthOverDistanceWide() throws {
    let face = PaintedFaces.plain(.white, physicalWidth: 0.9)
    let pose = SignPose(lateral: 3, height: 1, distance: 30)
    let box = try #require(face.projectedBox(at: pose, in: camera))
    #expect(isNear(box.width, 500 * 0.9 / 30) && isNear(box.height, 500 * 0.9 / 30))
    #expect(isNear(box.x + box.width / 2, 500 + 500 * 3 / 30) && isNear(box.y + box.height / 2, 400 - 500.0 / 30))
  }

  @Test func transparentMarginsHaveNoExtent() throws {
    let face = try #require(PaintedFaces.disc(.white, physicalWidth: 0.6))
    #expect(isNear(face.physicalHeight, 0.6, within: 1e-6))
    let box = try #require(face.projectedBox(at: SignPose(lateral: 0, height: 0, distance: 10), in: camera))
    #expect(isNear(box.width, 30, within: 1e-6))
  }

  @Test func yawForeshortensAndTakesTheRightEdgeAway() throws {
    let pose = SignPose(lateral: 0, height: 0, distance: 10, yaw: .pi / 3)
    let right = pose.point(SIMD2(0.5, 0))
    #expect(isNear(right.x, 0.25) && isNear(right.z, 10 + 0.5 * sin(.pi / 3)))
    func seen(_ x: Double, _ y: Double) throws -> Point { try #require(camera.project(pose.point(SIMD2(x, y)))) }
    #expect(isNear(try seen(0.5, 0).x, 500 + 500 * 0.25 / right.z))
    #expect(try seen(0.5, -0.5).y - seen(0.5, 0.5).y < seen(-0.5, -0.5).y - seen(-0.5, 0.5).y)
  }

  @Test func pitchTakesTheUpperEdgeAwayAndRollIsClockwise() {
    let pitched = SignPose(lateral: 0, height: 0, distance: 10, pitch: 0.1)
    #expect(pitched.point(SIMD2(0, 1)).z > 10)
    let rolled = SignPose(lateral: 0, height: 0, distance: 10, roll: .pi / 2)
    let top = rolled.point(SIMD2(0, 1))
    #expect(isNear(top.x, 1) && isNear(top.y, 0))
  }

  @Test(arguments: [(0.0, 0.0, 0.0), (0.4, -0.2, 0.1), (-1.0, 0.3, 2)])
  func theAxesOfAPlateAreARightAngledFrame(_ yaw: Double, _ pitch: Double, _ roll: Double) {
    let pose = SignPose(lateral: 1, height: 2, distance: 3, yaw: yaw, pitch: pitch, roll: roll)
    for (a, b, product) in [
      (pose.right, pose.up, 0.0), (pose.right, pose.normal, 0), (pose.up, pose.normal, 0),
      (pose.right, pose.right, 1), (pose.up, pose.up, 1), (pose.normal, pose.normal, 1),
    ] {
      #expect(isNear((a * b).sum(), product))
    }
    #expect(pose.normal.z < 0)
  }

  @Test func theBoxHoldsTheDiscHoweverItIsRolled() throws {
    let face = try #require(PaintedFaces.disc(.white))
    let upright = try #require(face.projectedBox(at: SignPose(lateral: 0, height: 0, distance: 10), in: camera))
    let rolled = try #require(
      face.projectedBox(at: SignPose(lateral: 0, height: 0, distance: 10, roll: .pi / 4), in: camera))
    #expect(isNear(rolled.width, upright.width, within: 0.5))
  }

  @Test func aSignThatIsPassedHasNoBox() {
    let face = PaintedFaces.plain(.white)
    #expect(face.projectedBox(at: SignPose(lateral: 3, height: 1, distance: -2), in: camera) == nil)
    #expect(face.projectedBox(at: SignPose(lateral: 3, height: 1, distance: 0.01), in: camera) == nil)
  }
}
