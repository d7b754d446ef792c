/// How light becomes signal: 1 is the sensor's saturation.
package enum Exposure: Sendable, Equatable {
  /// Signal for a kilolux times reflectance.
  case fixed(gain: Double)
  /// The gain that brings the geometric mean of the frame's light to `key`, a linear signal, as a camera's automatic
  /// exposure does. The sign is left out of the metering, so the picture stays linear in what is printed on it.
  case automatic(key: Double)

  /// A scene's mean comes out as a grey card of 18 % does. Stop signs rendered so have the brightness and contrast of
  /// photographed ones: the pictures that the network gets have a mean of 0.36 to 0.49 and a deviation of 0.10 far away
  /// to 0.23 near by, GTSRB's of this class 0.41 and 0.22 in the median.
  package static let daytime = Exposure.automatic(key: 0.18)
}
