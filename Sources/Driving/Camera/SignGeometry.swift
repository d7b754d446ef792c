import Settings
import Signs

/// Where a camera in the middle of the lane sees the sign at the stop line.
package struct SignGeometry: Sendable, Equatable {
  package let camera: PinholeCamera
  package let roadside: Roadside
  /// How wide and high the sign's plate is, in metres.
  package let plate: SIMD2<Double>

  /// How wide a sign must be to be photographed, in pixels of the frame.
  package var smallestWidth: Double

  /// What each side of a plate may be.
  package static let plateSides = QuantityRange(.length, in: .meters, 0.1...10)
  /// What the smallest width may be.
  package static let smallestWidths = QuantityRange(.pixels, in: .pixels, 4...1000)

  /// - Throws: the first setting that is out of range.
  package init(
    camera: PinholeCamera, roadside: Roadside, plate: SIMD2<Double>, smallestWidth: Double = 10
  ) throws(ParameterFault) {
    try ParameterFault.check(plate.x, in: SignGeometry.plateSides, "sign.width")
    try ParameterFault.check(plate.y, in: SignGeometry.plateSides, "the sign's height from edge to edge")
    try ParameterFault.check(roadside, in: "sign")
    try ParameterFault.check(smallestWidth, in: SignGeometry.smallestWidths, "camera.smallest_sign")
    self.camera = camera
    self.roadside = roadside
    self.plate = plate
    self.smallestWidth = smallestWidth
  }

  /// How far before the line the sign is just wide enough to be photographed, in metres.
  package var firstSight: Double {
    let squarely = camera.focalLength * plate.x / smallestWidth
    // A turned sign is narrower, in a ratio that hardly changes with distance: a few rounds settle it.
    return (0..<8).reduce(squarely) { distance, _ in
      guard let box = box(at: distance) else { return squarely }
      return distance * box.width / smallestWidth
    }
  }

  /// Where the sign is, seen from the camera.
  /// - Parameter distance: metres from the camera to the line.
  package func pose(at distance: Double) -> SignPose {
    SignPose(
      lateral: roadside.lateralOffset, height: roadside.signHeight - camera.heightAboveRoad, distance: distance,
      yaw: roadside.yaw)
  }

  /// The box around the sign in the frame, in pixels; nil when it is too small, or not wholly in the frame.
  /// - Parameter distance: metres from the camera to the line.
  package func sight(at distance: Double) -> SignBox? {
    guard let box = box(at: distance) else { return nil }
    // At the very distance of `firstSight` rounding must not decide.
    let isLargeEnough = box.width >= smallestWidth * (1 - 1e-6)
    let isInFrame =
      box.x >= 0 && box.y >= 0 && box.x + box.width <= Double(camera.width)
      && box.y + box.height <= Double(camera.height)
    return isLargeEnough && isInFrame ? box : nil
  }

  /// The box around the projected plate; nil when a corner is not before the camera.
  private func box(at distance: Double) -> SignBox? {
    let pose = pose(at: distance)
    let (right, up) = (plate.x / 2, plate.y / 2)
    let corners = [SIMD2(-right, up), SIMD2(right, up), SIMD2(right, -up), SIMD2(-right, -up)]
    let seen = corners.compactMap { camera.project(pose.point($0)) }
    return seen.count == corners.count ? SignBox(around: seen) : nil
  }
}
