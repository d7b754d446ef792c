import Settings

/// How the sign stands by the road at the stop line, seen from the middle of the lane.
package struct Roadside: Sendable, Equatable {
  /// How far to the right of the camera the sign's middle is, in metres (negative: to the left): half a lane of 3.5 m,
  /// 0.6 m of clearance (MUTCD, from the curb) and half a sign of 0.9 m.
  package var lateralOffset = 2.8
  /// How high above the road the sign's middle is, in metres: lower edge of a sign of 0.9 m at 2.1 m (MUTCD, urban).
  package var signHeight = 2.55
  /// The sign's turn about its post in radians: 0 faces the traffic squarely, positive takes its right edge away.
  package var yaw = 0.0

  package init() {}
}

extension Roadside: Configurable {
  package static let settings: [Setting<Self>] = [
    .quantity(
      "lateral_offset", \.lateralOffset, .length, in: .meters, -20...20,
      "how far right of the camera the sign's middle is; negative: left",
      source: "half a lane of 3.5 m, 0.6 m of clearance (MUTCD), half the sign"),
    .quantity(
      "height_of_centre", \.signHeight, .length, in: .meters, 0.1...10,
      "how high above the road the sign's middle is", source: "MUTCD: lower edge at 2.1 m in towns"),
    .quantity(
      "yaw", \.yaw, .angle, in: .degrees, -80...80,
      "the sign's turn about its post; positive takes its right edge away from the camera"),
  ]
}
