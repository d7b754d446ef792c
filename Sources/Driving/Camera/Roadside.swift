/// How the sign stands by the road at the stop line, seen from the middle of the lane.
package struct Roadside: Sendable, Equatable {
  /// How far to the right of the camera the sign's middle is, in metres (negative: to the left): half a lane of 3.5 m,
  /// 0.6 m of clearance (MUTCD, from the curb) and half a sign of 0.9 m.
  package var lateralOffset: Double
  /// How high above the road the sign's middle is, in metres: lower edge of a sign of 0.9 m at 2.1 m (MUTCD, urban).
  package var signHeight: Double
  /// The sign's turn about its post in radians: 0 faces the traffic squarely, positive takes its right edge away.
  package var yaw: Double

  package init(lateralOffset: Double = 2.8, signHeight: Double = 2.55, yaw: Double = 0) {
    self.lateralOffset = lateralOffset
    self.signHeight = signHeight
    self.yaw = yaw
  }
}
