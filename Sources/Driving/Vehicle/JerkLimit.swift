/// How fast the acceleration may change, in m/s3, falling with speed.
package struct JerkLimit: Sendable, Equatable {
  /// The limit at `slowSpeed` and below.
  package var slow: Double
  /// Metres a second.
  package var slowSpeed: Double
  /// The limit at `fastSpeed` and above.
  package var fast: Double
  /// Metres a second.
  package var fastSpeed: Double

  /// - Precondition: `slowSpeed` is below `fastSpeed`.
  package init(slow: Double, upTo slowSpeed: Double, fast: Double, from fastSpeed: Double) {
    precondition(slowSpeed < fastSpeed, "a jerk limit falls from a lower to a higher speed")
    self.slow = slow
    self.slowSpeed = slowSpeed
    self.fast = fast
    self.fastSpeed = fastSpeed
  }

  /// What ISO 15622:2018 allows an adaptive cruise control: 5 m/s3 up to 5 m/s, 2.5 m/s3 from 20 m/s, linear between.
  package static let iso15622 = JerkLimit(slow: 5, upTo: 5, fast: 2.5, from: 20)

  /// The same limit at every speed.
  package static func constant(_ jerk: Double) -> JerkLimit {
    JerkLimit(slow: jerk, upTo: 5, fast: jerk, from: 20)
  }

  /// The limit at a speed, in m/s3.
  package func at(_ speed: Double) -> Double {
    let share = (min(max(speed, slowSpeed), fastSpeed) - slowSpeed) / (fastSpeed - slowSpeed)
    return slow + share * (fast - slow)
  }
}
