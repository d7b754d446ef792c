import Groundwork

/// A picture as a sensor under a Bayer filter sees it, one colour a pixel, and the way back to three: red stands where
/// row and column are even, blue where both are odd, green elsewhere.
///
/// The colours are filled in as GTSRB's were (Stallkamp et al. 2012: edge-adaptive, constant hue): green along the
/// edge, red and blue by keeping their differences to green even. Fine and sharp patterns come out with false colours,
/// as in the photographs.
struct ColorMosaic {
  /// What each pixel read.
  let signal: UnsafeMutableBufferPointer<Float>
  /// Green everywhere.
  let green: UnsafeMutableBufferPointer<Float>

  /// The channel that a pixel reads: 0 red, 1 green, 2 blue.
  @inline(__always)
  static func channel(_ x: Int, _ y: Int) -> Int { (x & 1) + (y & 1) }

  /// Fills in the colours of all pixels but a border of two.
  func develop(into raster: LightRaster) {
    let (width, height) = (raster.width, raster.height)
    for y in 1..<height - 1 {
      for x in 1..<width - 1 { green[y * width + x] = greenValue(y * width + x, x: x, y: y, width: width) }
    }
    for y in 2..<height - 2 {
      for x in 2..<width - 2 {
        let at = y * width + x
        let own = green[at]
        let level = 0.5 * (difference(at - 1) + difference(at + 1))
        let upright = 0.5 * (difference(at - width) + difference(at + width))
        switch (x & 1, y & 1) {
        case (0, 0): raster.light[at] = Light(signal[at], own, own + diagonal(at, width), 0)
        case (1, 1): raster.light[at] = Light(own + diagonal(at, width), own, signal[at], 0)
        case (1, 0): raster.light[at] = Light(own + level, own, own + upright, 0)
        default: raster.light[at] = Light(own + upright, own, own + level, 0)
        }
      }
    }
  }

  @inline(__always)
  private func greenValue(_ at: Int, x: Int, y: Int, width: Int) -> Float {
    guard (x ^ y) & 1 == 0 else { return signal[at] }
    let (left, right, above, below) = (signal[at - 1], signal[at + 1], signal[at - width], signal[at + width])
    let (across, down) = (abs(left - right), abs(above - below))
    if across < down { return 0.5 * (left + right) }
    if down < across { return 0.5 * (above + below) }
    return 0.25 * (left + right + above + below)
  }

  /// A red or blue pixel's reading above its green.
  @inline(__always)
  private func difference(_ at: Int) -> Float { signal[at] - green[at] }

  @inline(__always)
  private func diagonal(_ at: Int, _ width: Int) -> Float {
    0.25
      * (difference(at - width - 1) + difference(at - width + 1) + difference(at + width - 1)
        + difference(at + width + 1))
  }
}
