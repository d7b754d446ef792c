import Attacks
import Groundwork
import Imaging
import TestSupport
import Testing

@Suite("Attacks without knowledge, and the control")
struct DecisionOnlyTests {
  private let reader: LinearReader
  private let clean: Image

  init() {
    var stream = RandomStream(seed: 9, name: "weights")
    let weights = (0..<2).map { _ in (0..<192).map { _ in stream.uniform(in: -1..<1) } }
    let picture = Image(width: 8, height: 8, samples: (0..<192).map { _ in stream.uniform() }).roundedToEightBits
    let scores = weights.map { zip($0, picture.samples).reduce(Float(0)) { $0 + $1.0 * $1.1 } }
    clean = picture
    // The clean picture is class 0 by a margin.
    reader = LinearReader(inputShape: [3, 8, 8], weights: weights, biases: [scores[1] - scores[0] + 4, 0])
  }

  @Test func trialAndErrorKeepsItsBudgetAndShrinksWhatItFound() throws {
    let short = try Harness(reader: reader, seed: 3).run(
      TrialAndError(queries: 60), on: [clean], goal: .toward(1, from: 0)
    ).images[0]
    let long = try Harness(reader: reader, seed: 3).run(
      TrialAndError(queries: 1500), on: [clean], goal: .toward(1, from: 0)
    ).images[0]
    #expect(short.cost.queries <= 60)
    #expect(long.cost.queries <= 1500)
    #expect(long.isSuccess)
    #expect(long.cost.gradients == 0)
    if short.isSuccess { #expect(long.difference.l0Features <= short.difference.l0Features) }
  }

  @Test func oneSeedGivesOnePicture() throws {
    let runs = try (0..<2).map { _ in
      try Harness(reader: reader, seed: 5).run(TrialAndError(queries: 200), on: [clean], goal: .away(from: 0))
    }
    #expect(runs[0].images[0].crafted == runs[1].images[0].crafted)
  }

  @Test func theControlHasTheNormOfWhatItControls() throws {
    let harness = Harness(reader: reader, seed: 3)
    let gradient = try harness.run(FastGradientSign(epsilon: 8.0 / 255), on: [clean], goal: .toward(1, from: 0))
    let bounded = try harness.control(of: gradient).images[0]
    #expect(bounded.difference.linf == gradient.images[0].difference.linf)
    let saliency = try harness.run(JacobianSaliencyMap(), on: [clean], goal: .toward(1, from: 0))
    let sparse = try harness.control(of: saliency).images[0]
    #expect(sparse.difference.l0Features == saliency.images[0].difference.l0Features)
    #expect(sparse.difference.l2 <= saliency.images[0].difference.l2 * 1.0001)
  }
}
