import Imaging

/// What an attack changed, as a picture: grey where nothing did, brighter or darker by the change times a stated factor.
package struct SignedDifference: Sendable {
  /// `0.5 + factor * (crafted - clean)`, a channel at a time, on values rounded to 8 bits and cut to [0, 1].
  package let picture: Image
  /// How much larger than life the changes are shown.
  package let factor: Double
  /// Whether the largest changes would go beyond black or white and are cut there.
  package let isCut: Bool

  /// - Parameters:
  ///   - clean: the picture as it was.
  ///   - crafted: the same after the attack.
  ///   - factor: how much larger to show the changes; nil for the largest round factor that cuts none off, at least 1.
  /// - Precondition: both have the same size.
  package init(clean: Image, crafted: Image, factor: Double? = nil) {
    precondition(
      clean.width == crafted.width && clean.height == crafted.height, "only pictures of one size can be compared")
    let before = clean.roundedToEightBits.samples
    let after = crafted.roundedToEightBits.samples
    let factor = factor ?? SignedDifference.factor(clean: clean, crafted: crafted)
    self.factor = factor
    let largest = zip(before, after).map { abs($1 - $0) }.max() ?? 0
    isCut = Double(largest) * factor > 0.5 + 1e-6
    picture = Image(
      width: clean.width, height: clean.height,
      samples: zip(before, after).map { old, new in min(max(0.5 + Float(factor) * (new - old), 0), 1) })
  }

  /// The largest round factor that shows the largest change without cutting it off, at least 1, 64 for equal pictures.
  package static func factor(clean: Image, crafted: Image) -> Double {
    let steps = zip(clean.samples, crafted.samples).map { abs(Int(Image.level($0)) - Int(Image.level($1))) }
    let largest = steps.max() ?? 0
    let bearable = 127.5 / Double(max(largest, 1))
    return [64, 50, 40, 30, 25, 20, 16, 15, 12, 10, 8, 6, 5, 4, 3, 2, 1.5].first { $0 <= bearable } ?? 1
  }

  /// The factor as it is printed: `×16`, `×1.5`.
  package var label: String { SignedDifference.label(factor) }

  package static func label(_ factor: Double) -> String {
    "×" + Figure.decimal(factor, places: factor == factor.rounded() ? 0 : 1)
  }
}
