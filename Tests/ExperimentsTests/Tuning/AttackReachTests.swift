import Attacks
import Defenses
import Foundation
import Groundwork
import Imaging
import Networks
import TestSupport
import Testing

@testable import Experiments

@Suite("What an attacker who knows the threshold reaches")
struct AttackReachTests {
  /// Two classes whose score gap is linear in the mean value: a light picture is read as 1.
  static let reader = LinearReader(
    inputShape: [3, 8, 8], weights: [[Float](repeating: 0, count: 192), [Float](repeating: 0.1, count: 192)],
    biases: [0, -9.6])

  /// The confidence of class 1 for a grey of a level.
  private func confidence(_ level: Int) -> Double {
    1 / (1 + exp(-(0.1 * 192 * Double(level) / 255 - 9.6)))
  }

  @Test("is the highest threshold below what the budget allows, as the closed form has it")
  func closedForm() throws {
    let attack = try AttackCatalogue.attack("pgd(epsilon=40/255, steps=200)")
    let thresholds = ThresholdSweep.standardThresholds
    let reach = AttackReach(attack: attack, seed: 1, loop: ConcurrentLoop(threads: 1)) { threshold in
      RejectingReader(Self.reader, Rejection(threshold: threshold))
    }
    let levels = [100, 120, 50]
    let pictures = levels.map { Image(width: 8, height: 8, samples: .init(repeating: Float($0) / 255, count: 192)) }
    let reached = try reach(on: pictures, goal: .toward(1, from: 0), thresholds: thresholds)
    for (level, found) in zip(levels, reached) {
      let best = confidence(level + 40)
      let expected = best >= 0.5 ? thresholds.last { $0 <= best } : nil
      #expect(found == expected)
    }
  }
}
