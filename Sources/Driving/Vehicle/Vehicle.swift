/// What the car can do, and what its builders make it do.
package struct Vehicle: Sendable, Equatable {
  /// The speed it keeps on a free road, in m/s.
  package var cruisingSpeed: Double
  /// The deceleration it brakes with when there is room, in m/s2: 3.4 is what most drivers choose on a wet road without
  /// losing their lane (AASHTO, stopping sight distance).
  package var comfortableBraking: Double
  /// The deceleration it can brake with at most, in m/s2.
  package var hardestBraking: Double
  /// The acceleration it takes up speed with, in m/s2.
  package var acceleration: Double
  /// The time from a photograph to what the car does because of it, in seconds.
  package var latency: Double
  package var jerkLimit: JerkLimit

  package init(
    cruisingSpeed: Double = 50 / 3.6, comfortableBraking: Double = 3.4, hardestBraking: Double = 8,
    acceleration: Double = 2, latency: Double = 0.3, jerkLimit: JerkLimit = .iso15622
  ) {
    self.cruisingSpeed = cruisingSpeed
    self.comfortableBraking = comfortableBraking
    self.hardestBraking = hardestBraking
    self.acceleration = acceleration
    self.latency = latency
    self.jerkLimit = jerkLimit
  }
}
