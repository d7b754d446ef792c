import Groundwork
import Imaging
import Networks
import TestSupport
import Testing

@testable import Attacks

@Suite("The restraint holds every norm after rounding")
struct RestraintTests {
  /// Random changes on a random picture.
  private func proposal(seed: Int, reach: Float) -> (clean: Image, values: [Float]) {
    var stream = RandomStream(seed: UInt64(seed), name: "proposal")
    let clean = AttackSamples.pictures(1, seed: UInt64(seed))[0]
    return (clean, clean.samples.map { $0 + stream.uniform(in: -reach..<reach) })
  }

  private func held(_ clean: Image, _ values: [Float], _ limits: Limits) -> Restraint.Held {
    Restraint(limits: limits).hold(
      .pictures(Tensor(shape: [1, 3, 4, 4], elements: values)), image: 0, clean: clean)
  }

  @Test("L2 and L1 lie within the bound and not far below it", arguments: 0..<30)
  func balls(seed: Int) {
    let (clean, values) = proposal(seed: seed, reach: 0.3)
    let free = held(clean, values, Limits()).difference
    for share in [0.2, 0.5, 0.9] {
      let l2 = held(clean, values, Limits(l2: share * free.l2)).difference.l2
      #expect(l2 <= share * free.l2 + 1e-12 && l2 > 0.9 * share * free.l2)
      let l1 = held(clean, values, Limits(l1: share * free.l1)).difference.l1
      #expect(l1 <= share * free.l1 + 1e-12 && l1 > 0.9 * share * free.l1)
    }
  }

  @Test("a picture on the ball that rounding lifts over it is put back", arguments: 0..<30)
  func rounding(seed: Int) {
    let (clean, values) = proposal(seed: seed, reach: 0.05)
    let exact = zip(values, clean.samples).reduce(Float(0)) { sum, pair in
      let change = min(max(pair.0, 0), 1) - pair.1
      return sum + change * change
    }.squareRoot()
    let bound = Double(exact)
    let image = held(clean, values, Limits(l2: bound))
    #expect(image.difference.l2 <= bound + 1e-12)
    #expect(image.difference.l2 > bound - 0.05)
    #expect(image.refusal == nil)
  }

  @Test("what is within is left as it is", arguments: 0..<10)
  func within(seed: Int) {
    let (clean, values) = proposal(seed: seed, reach: 0.3)
    let free = held(clean, values, Limits())
    #expect(free.picture.samples == values.map { Float(Image.level($0)) / 255 })
    let bound = held(clean, values, Limits(l1: free.difference.l1, l2: free.difference.l2, linf: 1))
    #expect(bound.picture == free.picture)
  }

  @Test("a bound of nothing leaves the clean picture")
  func nothing() {
    let (clean, values) = proposal(seed: 1, reach: 0.3)
    for limits in [Limits(l1: 0), Limits(l2: 0), Limits(linf: 0)] {
      #expect(held(clean, values, limits).picture == clean)
    }
  }

  @Test("each picture is read once before and once after, and the control takes the clean reading over")
  func readings() throws {
    let counting = CountingReader(AttackSamples.reader(seed: 8))
    let harness = Harness(reader: counting, seed: 3)
    let pictures = AttackSamples.pictures(5)
    let report = try harness.run(UniformNoise(), on: pictures, goal: .away(from: 0))
    #expect(counting.count.pictures == 2 * pictures.count)
    _ = try harness.control(of: report)
    #expect(counting.count.pictures == 3 * pictures.count)
  }
}
