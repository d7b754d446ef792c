import Imaging

/// What an attack came to on one image, as it is in 8 bits.
package struct CraftedImage: Sendable {
  /// What the harness says of an attempt.
  package enum Verdict: Sendable, Hashable {
    /// The rounded picture keeps the limits and is read as the goal asks.
    case success
    /// It is not.
    case failure
    /// The clean image was not read as what it shows, so nothing can be said: left out of success rates.
    case misreadBefore
    /// More was changed than the limits allow, or more was asked.
    case overBudget
    /// What came back was no picture: a value that is not a number, or the wrong shape. The clean image stands for it.
    case malformed
  }

  package let goal: Goal
  /// The image as it was, rounded to 8-bit levels.
  package let clean: Image
  /// The image as it was crafted, held to [0, 1] and to the limits' norms, on 8-bit levels.
  package let crafted: Image
  package let cleanReading: Reading
  /// Of the rounded picture.
  package let craftedReading: Reading
  package let verdict: Verdict
  /// Between `clean` and `crafted`.
  package let difference: ImageDifference
  /// What the attack asked; the harness's own two readings of each image are not in it.
  package let cost: Meter.Cost

  package var isSuccess: Bool { verdict == .success }
}
