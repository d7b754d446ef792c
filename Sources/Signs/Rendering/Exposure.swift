/// How light becomes signal: 1 is the sensor's saturation.
package enum Exposure: Sendable, Equatable {
  /// Signal for a kilolux times reflectance.
  case fixed(gain: Double)
  /// The gain that brings the geometric mean of the frame's light to `key`, a linear signal, as a camera's automatic
  /// exposure does. The sign is left out of the metering, so the picture stays linear in what is printed on it.
  case automatic(key: Double)

  /// A grey card of 18 % under the sun comes out as a linear signal of 0.12, two thirds of a stop below the usual:
  /// cameras for driving keep the sky from clipping.
  package static let daytime = Exposure.automatic(key: 0.12)
}
