import Settings

extension Vehicle: Configurable {
  package static let settings: [Setting<Self>] = [
    .quantity("speed", \.cruisingSpeed, .speed, in: .kilometersPerHour, 2...250, "the speed on a free road"),
    .quantity(
      "comfortable_braking", \.comfortableBraking, .acceleration, in: .metersPerSecondSquared, 0.5...15,
      "the deceleration when there is room", source: "AASHTO, stopping sight distance"),
    .quantity(
      "hardest_braking", \.hardestBraking, .acceleration, in: .metersPerSecondSquared, 0.5...15,
      "the deceleration at most, for a sign that is believed late", source: "emergency braking on a dry road"),
    .quantity(
      "acceleration", \.acceleration, .acceleration, in: .metersPerSecondSquared, 0.2...15,
      "how speed is taken up again"),
    .quantity("latency", \.latency, .duration, in: .seconds, 0...5, "the time from a photograph to the brake"),
    .custom(
      "jerk_limit", \.jerkLimit, form: "`\(JerkLimit.standardName)`, or a \(JerkLimit.constants.form)",
      "how fast the acceleration may change in comfort; `\(JerkLimit.standardName)` falls from 5 m/s3 at 5 m/s to 2.5 m/s3 at 20 m/s",
      source: "ISO 15622:2018", read: JerkLimit.init(reading:), write: \.text),
    .quantity(
      "emergency_jerk", \.emergencyJerk, JerkLimit.constants,
      "how fast braking is built up that is harder than comfortable, where `jerk_limit` is lower",
      source: "UN Regulation No. 157, a skilled driver"),
  ]

  /// - Throws: the first setting that is out of range, or that no other setting leaves room for.
  package func validate() throws(ParameterFault) {
    try ParameterFault.check(self, in: "vehicle")
    guard hardestBraking >= comfortableBraking else {
      throw ParameterFault(
        setting: "vehicle.hardest_braking",
        problem: "is \(decimal(hardestBraking)) m/s2, less than comfortable_braking; give at least "
          + "\(decimal(comfortableBraking)) m/s2.")
    }
  }
}
