/// What the car can do, and what its builders make it do.
package struct Vehicle: Sendable, Equatable {
  /// The speed it keeps on a free road, in m/s.
  package var cruisingSpeed = 50 / 3.6
  /// The deceleration it brakes with when there is room, in m/s2: 3.4 is what most drivers choose on a wet road without
  /// losing their lane (AASHTO, stopping sight distance).
  package var comfortableBraking = 3.4
  /// The deceleration it can brake with at most, in m/s2.
  package var hardestBraking = 8.0
  /// The acceleration it takes up speed with, in m/s2.
  package var acceleration = 2.0
  /// The time from a photograph to what the car does because of it, in seconds.
  package var latency = 0.3
  /// How fast the acceleration may change as long as braking is comfortable.
  package var jerkLimit = JerkLimit.iso15622
  /// How fast harder braking is built up, in m/s3: what UN Regulation No. 157 takes a skilled driver to do; brakes with
  /// a booster are faster, 20 to 40.
  package var emergencyJerk = 12.65

  package init() {}
}
