/// How the sign stands by the road at the stop line, seen from the middle of the lane.
package struct Roadside: Sendable, Equatable {
  /// How wide the sign is, in metres: 0.9 is the German standard size of the stop sign (Z.206), and MUTCD table 2B-1
  /// for expressways.
  package var signWidth: Double
  /// How far to the right of the camera the sign's middle is, in metres (negative: to the left): half a lane of 3.5 m,
  /// 0.6 m of clearance (MUTCD, from the curb) and half the sign.
  package var lateralOffset: Double
  /// How high above the road the sign's middle is, in metres: lower edge at 2.1 m (MUTCD, urban).
  package var signHeight: Double

  package init(signWidth: Double = 0.9, lateralOffset: Double = 2.8, signHeight: Double = 2.55) {
    self.signWidth = signWidth
    self.lateralOffset = lateralOffset
    self.signHeight = signHeight
  }

  /// - Throws: the first setting that is out of range.
  package func validate() throws(ParameterFault) {
    try ParameterFault.check(signWidth, in: 0.1...10, "m", "the sign's width")
    try ParameterFault.check(lateralOffset, in: -50...50, "m", "the sign's lateral offset")
    try ParameterFault.check(signHeight, in: 0...50, "m", "the sign's height")
  }
}
