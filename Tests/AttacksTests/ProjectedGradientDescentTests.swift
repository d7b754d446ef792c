import Attacks
import Groundwork
import Imaging
import Networks
import TestSupport
import Testing

@Suite("PGD")
struct ProjectedGradientDescentTests {
  /// Class 1 gains by the first value and loses by the second; the third counts for nothing.
  private func reader(bias: Float) -> LinearReader {
    LinearReader(inputShape: [3, 1, 1], weights: [[-1, 1, 0], [1, -1, 0]], biases: [bias, 0])
  }
  private let gray = Image(width: 1, height: 1, samples: [0.4, 0.4, 0.4]).roundedToEightBits

  private func run(
    _ attack: some Attack, bias: Float, on images: [Image]? = nil, goal: Goal = .toward(1, from: 0), seed: UInt64 = 1
  ) throws -> HarnessReport {
    try Harness(reader: reader(bias: bias), seed: seed).run(attack, on: images ?? [gray], goal: goal)
  }

  private func descent(
    _ reach: Int, step: Double, steps: Int = 40, start: ProjectedGradientDescent.Start = .clean
  ) -> ProjectedGradientDescent {
    var attack = ProjectedGradientDescent()
    attack.epsilon = Double(reach) / 255
    attack.stepSize = step / 255
    attack.steps = steps
    attack.start = start
    return attack
  }

  @Test(
    "many steps end at the corner of the ball that the gradient points to",
    arguments: [Goal.toward(1, from: 0), .away(from: 0)])
  func corner(goal: Goal) throws {
    let report = try run(descent(8, step: 3), bias: 100, goal: goal)
    let before = gray.levels
    #expect(report.images[0].crafted.levels == [before[0] + 8, before[1] - 8, before[2]])
    #expect(report.images[0].verdict == .failure)
    #expect(report.images[0].cost.gradients == 40 && report.images[0].cost.queries == 40)
  }

  @Test func anImageThatIsTurnedTakesNoMoreSteps() throws {
    // Z_1 - Z_0 = 2 (x_0 - x_1) - bias: turned once x_0 - x_1 exceeds 20 levels, after 6 steps of 2 levels each way.
    let report = try run(descent(40, step: 2), bias: 41.0 / 255)
    #expect(report.images[0].isSuccess)
    #expect(report.images[0].difference.linf == 12.0 / 255)
    #expect(report.images[0].cost.gradients == 7 && report.images[0].cost.queries == 8)
  }

  @Test func stepsBelowALevelAddUp() throws {
    let report = try run(descent(8, step: 0.3, steps: 10), bias: 100)
    #expect(report.images[0].difference.linf == 3.0 / 255)
  }

  @Test("one step of epsilon from the picture is FGSM", arguments: [1, 2.7, 26, 255])
  func oneStepIsFastGradientSign(levels: Double) throws {
    var one = ProjectedGradientDescent()
    (one.epsilon, one.stepSize, one.steps, one.start) = (levels / 255, levels / 255, 1, .clean)
    var fgsm = FastGradientSign()
    fgsm.epsilon = levels / 255
    let images = (0..<6).map { Image(width: 1, height: 1, samples: [Float($0) / 5, 0.5, 0.3]).roundedToEightBits }
    let descent = try run(one, bias: 3, on: images)
    let sign = try run(fgsm, bias: 3, on: images)
    #expect(descent.images.map(\.crafted) == sign.images.map(\.crafted))
  }

  @Test func aRandomStartComesFromTheSeedAndStaysInTheBall() throws {
    let attack = descent(8, step: 0, steps: 1, start: .random)
    let images = [Image](repeating: gray, count: 50)
    let report = try run(attack, bias: 100, on: images)
    let changes = report.images.map { Int($0.crafted.levels[2]) - Int(gray.levels[2]) }
    #expect(changes.allSatisfy { -8...8 ~= $0 } && Set(changes).count > 8)
    let again = try run(attack, bias: 100, on: images)
    #expect(again.images.map(\.crafted) == report.images.map(\.crafted))
    let other = try run(attack, bias: 100, on: images, seed: 2)
    #expect(other.images.map(\.crafted) != report.images.map(\.crafted))
  }
}
