import Foundation
import Groundwork
import Testing

@Suite("Poisson draws")
struct PoissonTests {
  @Test("mean and variance are both the mean asked for", arguments: [0.3, 4, 9.99, 10, 47, 500])
  func moments(_ mean: Double) {
    var stream = RandomStream(seed: 5, name: "poisson")
    let count = 40_000
    let draws = (0..<count).map { _ in Double(stream.poisson(mean: mean)) }
    let found = draws.reduce(0, +) / Double(count)
    var variance = 0.0
    for draw in draws { variance += (draw - found) * (draw - found) / Double(count) }
    // Five standard errors of the mean, and of the variance.
    #expect(abs(found - mean) < 5 * (mean / Double(count)).squareRoot())
    #expect(abs(variance - mean) < 5 * ((mean + 2 * mean * mean) / Double(count)).squareRoot())
  }

  @Test("whole shares of small numbers are those of the formula", arguments: [2.0, 12])
  func shares(_ mean: Double) {
    var stream = RandomStream(seed: 6, name: "poisson")
    let count = 60_000
    var counts: [Int: Int] = [:]
    for _ in 0..<count { counts[stream.poisson(mean: mean), default: 0] += 1 }
    // The likeliest number: e^-m m^m / m!.
    let share = (1...Int(mean)).reduce(exp(-mean)) { $0 * mean / Double($1) }
    #expect(abs(Double(counts[Int(mean)] ?? 0) / Double(count) - share) < 0.01)
  }

  @Test("no light has no photons") func none() {
    var stream = RandomStream(seed: 5, name: "poisson")
    #expect(stream.poisson(mean: 0) == 0)
    #expect(stream.poisson(mean: -1) == 0)
  }
}
