import Foundation

/// How far two pictures differ, measured as they are after rounding to 8-bit levels, in double precision, with RGB
/// values in [0, 1].
package struct ImageDifference: Sendable, Equatable {
  /// How many pixels differ in any channel.
  package let l0Pixels: Int
  /// How many channel values differ.
  package let l0Features: Int
  /// The sum of absolute differences.
  package let l1: Double
  /// The root of the sum of squared differences.
  package let l2: Double
  /// The largest absolute difference.
  package let linf: Double
  /// Peak signal-to-noise ratio in dB: peak 1 over the mean squared difference of all channel values; nil when the
  /// pictures are equal and it has no finite value.
  package let psnr: Double?
  /// Structural similarity, 1 for equal pictures; see `StructuralSimilarity`.
  package let ssim: Double

  /// - Precondition: both pictures have the same size.
  package init(clean: Image, crafted: Image) {
    precondition(
      clean.width == crafted.width && clean.height == crafted.height, "only pictures of one size can be compared")
    let before = clean.samples.map(Image.level)
    let after = crafted.samples.map(Image.level)
    let plane = clean.pixelCount
    var (features, sum, squares, largest) = (0, 0, 0, 0)
    for index in before.indices {
      let step = abs(Int(before[index]) - Int(after[index]))
      features += step == 0 ? 0 : 1
      sum += step
      squares += step * step
      largest = max(largest, step)
    }
    l0Pixels = (0..<plane).count { pixel in
      (0..<3).contains { before[$0 * plane + pixel] != after[$0 * plane + pixel] }
    }
    l0Features = features
    // Sums of levels are whole numbers, so the norms are exact up to this last division.
    l1 = Double(sum) / 255
    l2 = Double(squares).squareRoot() / 255
    linf = Double(largest) / 255
    psnr = squares == 0 ? nil : 10 * log10(255 * 255 * Double(before.count) / Double(squares))
    ssim = StructuralSimilarity(width: clean.width, height: clean.height).mean(before, after)
  }
}
