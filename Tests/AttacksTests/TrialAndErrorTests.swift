import Attacks
import Groundwork
import Imaging
import TestSupport
import Testing

@Suite("Trial and error")
struct TrialAndErrorTests {
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

  private func trials(_ queries: Int, seed: UInt64 = 3) throws -> CraftedImage {
    var attack = TrialAndError()
    attack.queries = queries
    return try Harness(reader: reader, seed: seed).run(attack, on: [clean], goal: .toward(1, from: 0)).images[0]
  }

  @Test func moreTrialsChangeLess() throws {
    let (short, long) = (try trials(400), try trials(3000))
    #expect(short.isSuccess && long.isSuccess)
    #expect(short.cost.queries <= 400 && long.cost.queries <= 3000)
    #expect(short.cost.gradients == 0 && long.cost.gradients == 0)
    #expect(long.difference.l0Features < short.difference.l0Features)
  }

  @Test func whatNothingTurnsIsLeftAsItWas() throws {
    let certain = LinearReader(inputShape: reader.inputShape, weights: reader.weights, biases: [1000, 0])
    var attack = TrialAndError()
    attack.queries = 30
    let image = try Harness(reader: certain, seed: 3).run(attack, on: [clean], goal: .away(from: 0)).images[0]
    #expect(image.cost.queries == 30)
    #expect(image.verdict == .failure && image.crafted == clean)
  }

  @Test func anotherSeedTriesOtherChanges() throws {
    #expect(try trials(400).crafted != (try trials(400, seed: 4)).crafted)
  }
}
