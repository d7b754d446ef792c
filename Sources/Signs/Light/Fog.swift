import Foundation

/// Fog or haze of even density.
package struct Fog: Sendable, Equatable {
  /// How far a dark thing is seen before the horizon, in metres: where 5 % of its contrast is left (WMO's
  /// meteorological optical range). Haze 5 km, fog below 1 km, dense fog below 200 m.
  package var visibility: Double

  /// - Precondition: `visibility` is positive.
  package init(visibility: Double) {
    precondition(visibility > 0, "fog lets one see some way")
    self.visibility = visibility
  }

  /// Which part of the light of a thing arrives, after Koschmieder: exp(-ln 20 distance / visibility).
  func transmittance(over distance: Float) -> Float {
    expf(-Float(log(20.0) / visibility) * distance)
  }

  /// The air when one thing and another takes light away: extinctions add up, and each is 1 over a visibility.
  /// - Returns: nil for clear air.
  static func combining(_ fog: Fog?, _ precipitation: Precipitation?) -> Fog? {
    let extinction = (fog.map { 1 / $0.visibility } ?? 0) + (precipitation.map { 1 / $0.visibility } ?? 0)
    return extinction > 0 ? Fog(visibility: 1 / extinction) : nil
  }
}
