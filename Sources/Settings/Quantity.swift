/// What a value with a unit measures.
package enum Quantity: String, Sendable, CaseIterable {
  case speed, length, angle, rate, duration, acceleration, jerk, precipitation, pixels, share

  /// How the quantity is called in a sentence.
  package var noun: String { self == .pixels ? "number of pixels" : rawValue }

  /// The units a file may use, the one of SI (or its nearest relative) among them.
  package var units: [Unit] {
    switch self {
    case .speed: [.kilometersPerHour, .metersPerSecond, .milesPerHour]
    case .length: [.meters, .centimeters, .millimeters, .kilometers, .feet, .inches]
    case .angle: [.degrees, .radians]
    case .rate: [.hertz, .framesPerSecond]
    case .duration: [.seconds, .milliseconds]
    case .acceleration: [.metersPerSecondSquared, .standardGravity]
    case .jerk: [.metersPerSecondCubed]
    case .precipitation: [.millimetersPerHour]
    case .pixels: [.pixels]
    case .share: [.percent]
    }
  }
}
