import Foundation

/// The car's own two lamps, on low beam.
package struct Headlamps: Sendable, Equatable {
  /// The luminous intensity of one lamp towards the signs beside the road, in candela: above the cut-off of the low
  /// beam a lamp may send 0.7 lx to a screen 25 m away (ECE R112, zone III: 438 cd), to the right of it more.
  package var intensity: Double
  /// How far the lamps are from the camera, across the line of sight, in metres: 0.65 m lower and 0.6 m to the sides.
  package var separation: Double

  /// - Precondition: both are positive.
  package init(intensity: Double = 700, separation: Double = 0.9) {
    precondition(intensity > 0 && separation > 0, "lamps shine from somewhere")
    self.intensity = intensity
    self.separation = separation
  }

  /// The illuminance of a plane that faces the lamps, in kilolux: it falls with the square of the distance.
  package func illuminance(at distance: Double) -> Double {
    2 * intensity / max(distance * distance, 1) / 1_000
  }

  /// The angle between the lamps' light on a thing and the light that comes back to the camera, in radians.
  package func observationAngle(at distance: Double) -> Double { atan2(separation, distance) }

  /// The colour of white light-emitting diodes, a mean of 1 a channel.
  static let color = Light(1.02, 1, 0.98, 0)
}
