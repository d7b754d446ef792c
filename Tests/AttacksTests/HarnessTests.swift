import Attacks
import Imaging
import Networks
import TestSupport
import Testing

/// Returns whatever it is told to, whatever was asked.
private struct Liar: Attack {
  let name = "liar"
  let norm = PerturbationNorm.linf
  var limits = Limits()
  var value: Float = .nan
  var shape: [Int]?
  var questions = 0

  func craft(_ task: AttackTask, asking reader: DecisionKnowledge) throws -> Tensor {
    for _ in 0..<questions { _ = try reader.decisions(on: task.images, images: Array(0..<task.count)) }
    let shape = shape ?? task.images.shape
    return Tensor(shape: shape, elements: [Float](repeating: value, count: shape.reduce(1, *)))
  }
}

@Suite("The harness believes nothing")
struct HarnessTests {
  /// Reads class 1 when the first value is above a half.
  private let reader = LinearReader(inputShape: [3, 1, 1], weights: [[0, 0, 0], [1, 0, 0]], biases: [0.5, 0])
  private let dark = Image(width: 1, height: 1, color: .black)

  private func run(_ attack: some Attack) throws -> CraftedImage {
    try Harness(reader: reader, seed: 1).run(attack, on: [dark], goal: .toward(1, from: 0)).images[0]
  }

  @Test func aValueThatIsNoNumberIsNoPicture() throws {
    let image = try run(Liar())
    #expect(image.verdict == .malformed)
    #expect(image.crafted == dark)
  }

  @Test func anotherShapeIsNoPicture() throws {
    #expect(try run(Liar(value: 1, shape: [1, 3, 2, 2])).verdict == .malformed)
  }

  @Test func whatLeavesTheBoxIsClipped() throws {
    let image = try run(Liar(value: 7))
    #expect(image.crafted.samples == [1, 1, 1])
    #expect(image.verdict == .success)
  }

  @Test func whatLeavesTheBallIsClippedAndReadAgain() throws {
    let image = try run(Liar(limits: Limits(linf: 10.0 / 255), value: 1))
    #expect(image.difference.linf == 10.0 / 255)
    #expect(image.verdict == .failure)
  }

  @Test func changingTooManyValuesIsOverBudget() throws {
    #expect(try run(Liar(limits: Limits(l0Features: .share(0.4)), value: 1)).verdict == .overBudget)
  }

  @Test func changingTooManyPixelsIsOverBudget() throws {
    #expect(try run(Liar(limits: Limits(l0Pixels: .count(0)), value: 1)).verdict == .overBudget)
    #expect(try run(Liar(limits: Limits(l0Pixels: .count(1)), value: 1)).verdict == .success)
  }

  @Test func askingTooOftenIsOverBudget() throws {
    #expect(try run(Liar(limits: Limits(queries: 2), value: 1, questions: 3)).verdict == .overBudget)
    #expect(try run(Liar(limits: Limits(queries: 3), value: 1, questions: 3)).cost.queries == 3)
  }

  @Test func aPictureMisreadBeforeDoesNotCount() throws {
    let bright = Image(width: 1, height: 1, color: .white)
    let report = try Harness(reader: reader, seed: 1).run(
      Liar(value: 1), on: [bright, dark], goal: .toward(1, from: 0))
    #expect(report.images.map(\.verdict) == [.misreadBefore, .success])
    #expect(report.attempted == 1)
    #expect(report.turned.rate == 1)
  }

  @Test func anImpossibleGoalIsRefused() {
    #expect(throws: HarnessFault.self) {
      try Harness(reader: reader, seed: 1).run(Liar(value: 1), on: [dark], goal: .toward(7, from: 0))
    }
  }

  @Test func wilsonsIntervalIsHis() throws {
    // 1 of 1: 0.2065 to 1 (Wilson's score interval at 95 %).
    let report = try Harness(reader: reader, seed: 1).run(Liar(value: 1), on: [dark], goal: .toward(1, from: 0))
    #expect(abs((report.turned.interval95?.lowerBound ?? 0) - 0.2065) < 1e-4)
    #expect(report.turned.interval95?.upperBound == 1)
  }
}
