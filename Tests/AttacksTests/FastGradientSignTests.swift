import Attacks
import Imaging
import TestSupport
import Testing

@Suite("FGSM")
struct FastGradientSignTests {
  /// Class 1 gains by the first value and loses by the second; the third counts for nothing.
  private let reader = LinearReader(
    inputShape: [3, 1, 1], weights: [[-1, 1, 0], [1, -1, 0]], biases: [0.2, 0])
  private func fgsm(_ levels: Double) -> FastGradientSign {
    var attack = FastGradientSign()
    attack.epsilon = levels / 255
    return attack
  }

  private let gray = Image(width: 1, height: 1, samples: [0.4, 0.4, 0.4]).roundedToEightBits

  @Test func aTargetedStepGoesWithTheSignOfTheGradient() throws {
    let report = try Harness(reader: reader, seed: 1).run(
      fgsm(26.0), on: [gray], goal: .toward(1, from: 0))
    let crafted = report.images[0]
    let before = gray.levels
    #expect(crafted.crafted.levels == [before[0] + 26, before[1] - 26, before[2]])
    #expect(crafted.verdict == .success)
    #expect(crafted.cost.gradients == 1)
  }

  @Test func anUntargetedStepLeavesTheClass() throws {
    let report = try Harness(reader: reader, seed: 1).run(
      fgsm(26.0), on: [gray], goal: .away(from: 0))
    #expect(report.images[0].isSuccess)
  }

  @Test func aFractionOfALevelIsNotExceeded() throws {
    let report = try Harness(reader: reader, seed: 1).run(
      fgsm(2.7), on: [gray], goal: .toward(1, from: 0))
    #expect(report.images[0].difference.linf == 2.0 / 255)
    #expect(report.limits.linf == 2.0 / 255)
    #expect(report.images[0].verdict == .failure)
  }
}
