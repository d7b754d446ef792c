import Imaging

/// Holds what an attack proposes to what a picture can be and to the budget.
struct Restraint {
  /// A proposal after restraint.
  struct Held {
    /// On 8-bit levels; the clean picture where the proposal was none.
    var picture: Image
    /// Nil where the proposal can be judged by its reading.
    var refusal: CraftedImage.Verdict?
  }

  let budget: Budget

  func hold(_ proposals: Proposals, image: Int, clean: Image) -> Held {
    if case .overspent = proposals { return Held(picture: clean, refusal: .overBudget) }
    guard let values = proposals.values(of: image), values.allSatisfy(\.isFinite) else {
      return Held(picture: clean, refusal: .malformed)
    }
    let picture = Image(width: clean.width, height: clean.height, samples: clipped(values, around: clean))
    let difference = ImageDifference(clean: clean, crafted: picture)
    return Held(picture: picture, refusal: isOverBudget(difference, in: picture) ? .overBudget : nil)
  }

  /// The nearest picture in the box and, where the budget bounds L-infinity, in that ball, on 8-bit levels.
  private func clipped(_ values: ArraySlice<Float>, around clean: Image) -> [Float] {
    let reach = budget.linf.map(EightBitLevels.levels(within:)) ?? 255
    return zip(values, clean.samples).map { value, original in
      let level = Int(Image.level(original))
      return EightBitLevels.values[min(max(Int(Image.level(value)), level - reach), level + reach)]
    }
  }

  private func isOverBudget(_ difference: ImageDifference, in picture: Image) -> Bool {
    let isOver = { (count: Int, share: Double?, of: Int) in share.map { count > Int($0 * Double(of) + 1e-9) } ?? false }
    return isOver(difference.l0Features, budget.featureShare, picture.samples.count)
      || isOver(difference.l0Pixels, budget.pixelShare, picture.pixelCount)
  }
}
