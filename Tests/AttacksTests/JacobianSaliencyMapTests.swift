import Attacks
import Groundwork
import Imaging
import Networks
import TestSupport
import Testing

@Suite("JSMA")
struct JacobianSaliencyMapTests {
  /// One step's choice by the definition (arXiv 1511.07528, algorithm 3): all pairs tried, the first best kept.
  private func bestPair(_ alpha: [Float], _ beta: [Float], among domain: [Int]) -> (Int, Int)? {
    var best: (pair: (Int, Int), score: Float)?
    for (index, p) in domain.enumerated() {
      for q in domain[(index + 1)...] {
        let (a, b) = (alpha[p] + alpha[q], beta[p] + beta[q])
        if a > 0, b < 0, -a * b > best?.score ?? 0 { best = ((p, q), -a * b) }
      }
    }
    return best?.pair
  }

  private func reader(seed: Int, target bias: Float) -> LinearReader {
    var stream = RandomStream(seed: UInt64(seed), name: "weights")
    let weights = (0..<3).map { _ in (0..<48).map { _ in stream.uniform(in: -1..<1) } }
    return LinearReader(inputShape: [3, 4, 4], weights: weights, biases: [20, 0, bias])
  }

  @Test("the pairs are those of the definition", arguments: 0..<40)
  func pairsByDefinition(seed: Int) throws {
    // The target cannot be reached, so the walk uses its whole budget of three steps.
    let reader = reader(seed: seed, target: -1000)
    let clean = Image(width: 4, height: 4, color: .black)
    var attack = JacobianSaliencyMap()
    attack.scores = .logits
    attack.features = 6.0 / 48
    let report = try Harness(reader: reader, seed: 1).run(
      attack, on: [clean], goal: .toward(2, from: 0))
    let alpha = reader.weights[2]
    let beta = zip(reader.weights[0], reader.weights[1]).map(+)
    var domain = Array(0..<48)
    var expected: Set<Int> = []
    for _ in 0..<3 {
      guard let (p, q) = bestPair(alpha, beta, among: domain) else { break }
      expected.formUnion([p, q])
      domain.removeAll { $0 == p || $0 == q }
    }
    let changed = report.images[0].crafted.samples.enumerated().filter { $0.element > 0 }.map(\.offset)
    #expect(Set(changed) == expected)
    #expect(report.images[0].crafted.samples.allSatisfy { $0 == 0 || $0 == 1 })
  }

  @Test("from probabilities the pair is the two largest derivatives of the target", arguments: 0..<20)
  func pairsOfProbabilities(seed: Int) throws {
    let reader = reader(seed: seed, target: -1000)
    let goal = Goal.toward(2, from: 0)
    var attack = JacobianSaliencyMap()
    attack.scores = .probabilities
    attack.features = 6.0 / 48
    let report = try Harness(reader: reader, seed: 1).run(
      attack, on: [Image(width: 4, height: 4, color: .black)], goal: goal)

    var picture = Tensor(shape: [1, 3, 4, 4])
    for _ in 0..<3 {
      let weights = goal.ascent(at: reader.logits(on: picture)[item: 0])
      let derivatives = (0..<48).map { value in
        zip(weights, reader.weights).reduce(Float(0)) { $0 + $1.0 * $1.1[value] }
      }
      let open = (0..<48).filter { picture.elements[$0] == 0 }.sorted { derivatives[$0] > derivatives[$1] }
      guard derivatives[open[0]] + derivatives[open[1]] > 0 else { break }
      for value in open.prefix(2) { picture.elements[value] = 1 }
    }
    #expect(report.images[0].crafted.samples == picture.elements)
    #expect(picture.elements.contains(1))
  }

  @Test("any number of threads gives the same pictures", arguments: JacobianSaliencyMap.Scores.allCases)
  func threads(scores: JacobianSaliencyMap.Scores) throws {
    let reader = reader(seed: 3, target: 14)
    var stream = RandomStream(seed: 5, name: "images")
    let images = (0..<9).map { _ in
      Image(width: 4, height: 4, samples: (0..<48).map { _ in stream.uniform() * 0.5 }).roundedToEightBits
    }
    var attack = JacobianSaliencyMap()
    attack.scores = scores
    attack.selection = .pairsThenSingles
    let runs = try [1, 2, 7].map { threads in
      try Harness(reader: reader, seed: 1, batchSize: 4, loop: ConcurrentLoop(threads: threads)).run(
        attack, on: images, goal: .toward(2, from: 0)
      ).images
    }
    #expect(runs[0].contains { $0.difference.l0Features > 0 })
    for run in runs[1...] {
      #expect(run.map(\.crafted) == runs[0].map(\.crafted) && run.map(\.cost) == runs[0].map(\.cost))
    }
  }

  @Test("darkening only lowers values, and stays in its budget", arguments: 0..<10)
  func decreasing(seed: Int) throws {
    let reader = reader(seed: seed, target: 10)
    let clean = Image(width: 4, height: 4, color: Color(gray: 0.6)).roundedToEightBits
    var attack = JacobianSaliencyMap()
    attack.scores = .logits
    attack.direction = .decreasing
    attack.features = 0.25
    let report = try Harness(reader: reader, seed: 1).run(
      attack, on: [clean], goal: .toward(2, from: 0))
    let image = report.images[0]
    #expect(zip(image.crafted.samples, clean.samples).allSatisfy { $0 <= $1 })
    #expect(image.difference.l0Features <= 12)
  }
}
