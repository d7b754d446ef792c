import Foundation
import Groundwork

/// What photographs of signs are like on the road, as it was measured on GTSRB's 39,209 training photographs (32 x 32,
/// sizes from their CSV files): the constants that synthetic pictures are drawn by.
enum PhotographLaw {
  /// The sign's width in the frame, in pixels, at the 0th, 1st, 5th, 10th, 25th, 50th, 75th, 90th, 95th, 99th and
  /// 100th percentile.
  private static let widths: [(share: Float, width: Float)] = [
    (0, 15), (0.01, 16), (0.05, 18), (0.1, 20), (0.25, 24), (0.5, 33), (0.75, 47), (0.9, 68), (0.95, 84), (0.99, 118),
    (1, 203),
  ]

  /// Draws a sign's width in pixels.
  static func width(_ stream: inout RandomStream) -> Float {
    let share = stream.uniform()
    var upper = 1
    while upper < widths.count - 1, widths[upper].share < share { upper += 1 }
    let (low, high) = (widths[upper - 1], widths[upper])
    return low.width + (high.width - low.width) * (share - low.share) / (high.share - low.share)
  }

  /// Signs that are smaller than the benchmark's. They are not in its law: networks that learnt from drawn signs read
  /// photographs better when part of those are tiny (the published generators for this benchmark have a branch for it).
  static let tinySigns: (share: Float, width: ClosedRange<Float>) = (0.12, 10...16)

  /// How often noise lies over the whole sign. As with tiny signs it is more than photographs show, and without it a
  /// network trusts clean surfaces.
  static let mottledShare: Float = 0.5

  /// The margin between sign and edge of the picture: 5 pixels or a tenth of the sign, whichever is more, and the
  /// annotator's error.
  static func margin(width: Float, _ stream: inout RandomStream) -> Float {
    max(5, 0.1 * width) + stream.between(0, 1) + stream.normal(0, 0.4 + 0.015 * width)
  }

  /// The logarithm of the linear signal that the sign's white gives, unclipped: normal, of this median. Two equal and
  /// independent parts make its deviation of 1.3: the frame's exposure, and the light on this sign; that half of the
  /// variance is shared with the background is the slope of the one's logarithm on the other's. The brightest signs are
  /// clipped so far that light runs over their pictograms.
  static let whiteLogMedian: Float = -0.85
  static let exposureDeviation: Float = 0.9
  static let signLightDeviation: Float = 0.9
  static let whiteLogRange: ClosedRange<Float> = -4...1.3

  /// How red and blue of a white surface stand to its green, as logarithms of linear signals, by the logarithm of the
  /// white's signal: signs in the shade are lit by the blue sky.
  static func whiteBalance(logWhite: Float) -> (red: Float, blue: Float) {
    (-0.02 + 0.025 * logWhite, 0.1 - 0.06 * logWhite)
  }

  /// The camera's own cast, on sign and scenery alike: the deviations of the logarithms of red and blue to green.
  static let castDeviation: (red: Float, blue: Float) = (0.05, 0.12)

  /// How red and blue of the scenery stand to what a white sign in its light would have, as logarithms with their
  /// deviations: earth, bricks and leaves are warmer than the sky's light.
  static let sceneryBalance: (red: Float, redDeviation: Float, blue: Float, blueDeviation: Float) = (
    0.11, 0.16, -0.15, 0.18
  )

  /// By how much the scenery's colours are further from grey than the roadside renderer draws them.
  static let sceneryChroma: ClosedRange<Float> = 1...2.2

  /// The darkest value of dark photographs is 0.02 to 0.03, a linear signal of about 0.01: stray light in the camera.
  static let floor: Float = 0.01

  /// Light scattered over the sign by lens, windscreen and air, as a share of its white's signal: the median, the
  /// deviation of its logarithm, how often there is much more (a low sun on the windscreen), and the signal that it
  /// does not exceed: in bright photographs, too, something is dark.
  static let veil: (median: Float, sigma: Float, heavyShare: Float, most: Float) = (0.01, 1, 0.1, 0.06)

  /// How much of the frame's light the scenery is given, so that the corners of synthetic pictures are as bright as
  /// those of photographs: drivers see most signs before what is in the shade.
  static let sceneryShare: Float = 0.65

  /// How far a picture smears while the shutter is open, in widths of the sign (mean of an exponential law, and what it
  /// does not exceed), and how often along the rows: a camera that passes a sign sweeps sideways. Between neighbours of
  /// a row photographs differ less, beside neighbours of a column, than pictures without motion do.
  static let motion: (mean: Float, most: Float, sideways: Float) = (0.055, 0.3, 0.88)

  /// How often a picture smears: where there is much light the shutter is open for a shorter time.
  static func motionShare(logExposure: Float) -> Float {
    min(max(0.4 - 0.4 * logExposure, 0.08), 0.65)
  }
}
