/// What the camera's sensor does to the light.
package struct Sensor: Sendable, Equatable {
  /// How a pixel sees colour.
  package enum ColorFilter: Sendable {
    /// Red, green and blue at every pixel.
    case threePlates
    /// One colour a pixel (Bayer 1976: red and green in even rows, green and blue in odd ones); the other two are the
    /// mean of the nearest pixels that have them.
    case bayer
  }

  package var filter: ColorFilter
  /// How many electrons a pixel holds: an exposure that would need more is clipped.
  package var fullWell: Double
  /// The noise of reading a pixel, in electrons (standard deviation).
  package var readNoise: Double
  /// The largest gain, signal for a kilolux times reflectance, that the longest exposure time gives; a larger one is
  /// made by amplifying, which multiplies the noise and leaves fewer electrons at saturation.
  package var unamplifiedGain: Double
  /// The largest gain of all: that of ISO 1600 at 1/60 s and f/2, where a luminance of 8 cd/m2 saturates.
  package var largestGain = 40.0

  /// A small CMOS sensor for driving: 3 micrometre pixels hold some 8,000 electrons.
  /// - Precondition: `fullWell` and `unamplifiedGain` are positive, `readNoise` is not negative.
  package init(
    filter: ColorFilter = .bayer, fullWell: Double = 8_000, readNoise: Double = 6, unamplifiedGain: Double = 0.25
  ) {
    precondition(fullWell > 0 && unamplifiedGain > 0 && readNoise >= 0, "a sensor holds electrons")
    self.filter = filter
    self.fullWell = fullWell
    self.readNoise = readNoise
    self.unamplifiedGain = unamplifiedGain
  }

  /// How many electrons make a signal of 1 at a gain.
  func electronsAtSaturation(gain: Double) -> Double {
    fullWell / max(1, gain / unamplifiedGain)
  }

  /// The standard deviation of a signal in [0, 1]: shot noise, the root of the electrons counted, and read noise.
  package func noise(ofSignal signal: Double, gain: Double) -> Double {
    let electrons = electronsAtSaturation(gain: gain)
    return (max(0, signal) * electrons + readNoise * readNoise).squareRoot() / electrons
  }
}
