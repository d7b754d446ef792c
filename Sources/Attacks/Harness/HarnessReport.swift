/// What an attack came to on a set of images.
package struct HarnessReport: Sendable {
  /// The attack's name.
  package let method: String
  package let budget: Budget
  /// One an image, in the order given.
  package let images: [CraftedImage]

  /// Images that were read as what they show before the attack: those a success rate speaks of.
  package var attempted: Int { images.count { $0.verdict != .misreadBefore } }

  /// Images that the attack turned.
  package var successes: Int { images.count(where: \.isSuccess) }

  /// The share of the attempted images that were turned; nil when there were none.
  package var successRate: Double? {
    attempted > 0 ? Double(successes) / Double(attempted) : nil
  }

  /// The 95 % interval of the success rate (Wilson 1927, the score interval); 0...1 when nothing was attempted.
  package var interval95: ClosedRange<Double> {
    guard attempted > 0 else { return 0...1 }
    let n = Double(attempted)
    let share = Double(successes) / n
    let z = 1.959963984540054
    let center = (share + z * z / (2 * n)) / (1 + z * z / n)
    let reach = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return max(0, center - reach)...min(1, center + reach)
  }
}
