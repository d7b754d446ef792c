import Imaging

/// Holds what an attack proposes to what a picture can be and to the limits on change.
struct Restraint {
  /// A proposal after restraint.
  struct Held {
    /// On 8-bit levels; the clean picture where the proposal was none.
    var picture: Image
    /// Between the clean picture and this one.
    var difference: ImageDifference
    /// Nil where the proposal can be judged by its reading.
    var refusal: CraftedImage.Verdict?
  }

  let limits: Limits

  func hold(_ proposals: Proposals, image: Int, clean: Image) -> Held {
    if case .overspent = proposals { return refused(clean, .overBudget) }
    guard let values = proposals.values(of: image), values.allSatisfy(\.isFinite) else {
      return refused(clean, .malformed)
    }
    let picture = Image(width: clean.width, height: clean.height, samples: restrained(values, around: clean))
    let difference = ImageDifference(clean: clean, crafted: picture)
    return Held(
      picture: picture, difference: difference, refusal: isOverBudget(difference, in: picture) ? .overBudget : nil)
  }

  private func refused(_ clean: Image, _ refusal: CraftedImage.Verdict) -> Held {
    Held(picture: clean, difference: ImageDifference(clean: clean, crafted: clean), refusal: refusal)
  }

  /// The proposal on 8-bit levels, in the box and in the balls of the norms that are bounded.
  private func restrained(_ values: ArraySlice<Float>, around clean: Image) -> [Float] {
    let reach = limits.linf.map { Float(EightBitLevels.levels(within: $0)) } ?? 255
    let start = clean.samples.map { Float(Image.level($0)) }
    let change = zip(values, start).map { value, level in
      min(max(min(max(value, 0), 1) * 255 - level, -reach), reach)
    }
    var perturbation = LevelPerturbation(change: change)
    if let l2 = limits.l2 { perturbation.shrink(toL2: l2) }
    if let l1 = limits.l1 { perturbation.shrink(toL1: l1) }
    return zip(start, perturbation.levels).map { EightBitLevels.values[Int($0) + $1] }
  }

  /// What the restraint does not mend: too many values or pixels.
  private func isOverBudget(_ difference: ImageDifference, in picture: Image) -> Bool {
    let features = limits.l0Features?.count(of: picture.samples.count) ?? .max
    let pixels = limits.l0Pixels?.count(of: picture.pixelCount) ?? .max
    return difference.l0Features > features || difference.l0Pixels > pixels
  }
}
