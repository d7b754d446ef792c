import Foundation

extension RandomStream {
  /// A number from the Poisson distribution.
  ///
  /// Small means count uniform factors (Knuth); from 10 on, Hörmann's transformed rejection PTRS ("The transformed
  /// rejection method for generating Poisson random variables", Insurance: Mathematics and Economics 12, 1993).
  /// - Parameter mean: λ; anything below 0 counts as 0.
  package mutating func poisson(mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    return mean < 10 ? countedPoisson(mean) : rejectedPoisson(mean)
  }

  private mutating func countedPoisson(_ mean: Double) -> Int {
    let limit = exp(-mean)
    var (count, product) = (0, 1 - Double(uniform()))
    while product > limit {
      count += 1
      product *= 1 - Double(uniform())
    }
    return count
  }

  private mutating func rejectedPoisson(_ mean: Double) -> Int {
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let squeeze = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = Double(uniform()) - 0.5
      let v = Double(uniform())
      let us = 0.5 - abs(u)
      let k = ((2 * a / us + b) * u + mean + 0.43).rounded(.down)
      if us >= 0.07 && v <= squeeze { return Int(k) }
      guard us > 0, k >= 0, us >= 0.013 || v <= us else { continue }
      let height = log(v * inverseAlpha / (a / (us * us) + b))
      if height <= k * log(mean) - mean - lgamma(k + 1) { return Int(k) }
    }
  }
}
