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

  /// How far the lamps stand before the camera and below it, in metres: a camera behind the windscreen of a passenger car.
  private static let lead = 1.9
  private static let drop = 0.65
  /// At which elevation over the lamps half of their light above the cut-off is gone, in radians: the points at which
  /// ECE R112 limits it lie up to 4 degrees high; our own fit for what is above them.
  private static let fade = 4 * Double.pi / 180

  /// The illuminance of a drop or flake before the camera, in kilolux.
  ///
  /// What is nearer than the lamps is behind them and dark, and what is close before them is seen high above their beam,
  /// where only stray light goes.
  /// - Parameter depth: its distance from the camera in metres, along the road.
  package func illuminance(ofParticleAt depth: Double) -> Double {
    let ahead = depth - Headlamps.lead
    guard ahead > 0 else { return 0 }
    let elevation = atan2(Headlamps.drop, ahead) / Headlamps.fade
    return illuminance(at: ahead) / (1 + elevation * elevation)
  }

  /// The angle between the lamps' light on a thing and the light that comes back to the camera, in radians.
  package func observationAngle(at distance: Double) -> Double { atan2(separation, distance) }

  /// The colour of white light-emitting diodes, a mean of 1 a channel.
  static let color = Light(1.02, 1, 0.98, 0)
}
