import Foundation

/// What a sign's face is made of.
package enum Sheeting: String, Sendable, CaseIterable {
  /// Paint: throws light back to all sides.
  case matt
  /// Glass beads, class RA1 of EN 12899-1.
  case beads = "ra1"
  /// Prisms, class RA2 of EN 12899-1.
  case prisms = "ra2"

  /// The coefficient of retro-reflection of white, in cd/lx/m2, by the observation angle in radians: what EN 12899-1
  /// (tables 3 and 4, entrance angle of 5 degrees) asks for at 12', 20' and 2 degrees, on straight lines between the
  /// logarithms.
  package func retroreflection(atAngle angle: Double) -> Double {
    let values: (Double, Double, Double)
    switch self {
    case .matt: return 0
    case .beads: values = (70, 50, 5)
    case .prisms: values = (250, 180, 5)
    }
    let minutes = max(angle * 180 / .pi * 60, 1)
    func between(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
      let share = (log(minutes) - log(a.0)) / (log(b.0) - log(a.0))
      return exp(log(a.1) + share * (log(b.1) - log(a.1)))
    }
    if minutes <= 12 { return values.0 }
    return minutes < 20 ? between((12, values.0), (20, values.1)) : between((20, values.1), (120, values.2))
  }

  /// The light of a white face by the car's lamps, in the renderer's unit, kilolux times reflectance: a luminance L is
  /// a thousandth of pi L of it.
  func light(from headlamps: Headlamps, at distance: Double) -> Light {
    let coefficient = .pi * retroreflection(atAngle: headlamps.observationAngle(at: distance))
    // Whatever comes back by the way it came, paint or sheeting throws back some light to all sides.
    return Float(headlamps.illuminance(at: distance) * (coefficient + 0.5)) * Headlamps.color
  }
}
