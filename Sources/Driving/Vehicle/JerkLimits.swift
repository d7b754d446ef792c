/// How fast a car's acceleration may change: in comfort, and when it has to brake harder than is comfortable.
///
/// ISO 15622's limit is one for comfort, made for adaptive cruise control. Who brakes in an emergency builds the pressure
/// up as fast as the brakes can.
struct JerkLimits: Sendable, Equatable {
  /// What binds as long as nothing is urgent.
  let comfort: JerkLimit
  /// The limit of emergency braking in m/s3, where it is above the one of comfort.
  let emergency: Double
  /// The deceleration that still is comfortable, in m/s2, positive.
  let comfortableBraking: Double

  /// The limit in m/s3 of a car that moves so and has such a goal: the goal's own, and the emergency's to come back from
  /// braking that was harder than is comfortable.
  func at(_ motion: Motion, towards goal: SpeedGoal) -> Double {
    // Rounding must not make comfortable braking an emergency.
    let isHard = -motion.acceleration > comfortableBraking * (1 + 1e-9)
    return max(comfort.at(motion.speed), isHard ? emergency : goal.buildUp)
  }
}
