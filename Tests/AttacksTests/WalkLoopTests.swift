import Groundwork
import Imaging
import Networks
import Settings
import TestSupport
import Testing

@testable import Attacks

/// Asks about several pictures of one image at once: for each value one that is a level brighter, and keeps those that
/// raise the target's score over the source's.
private struct Differences: ScoreWalkMethod {
  static let card = AttackCard("differences", title: "Differences", "One value at a time.", paper: nil, norm: .linf)
  static let settings: [Setting<Self>] = []
  var limits: Limits { Limits(steps: 1, queries: picturesAtOnce) }
  var picturesAtOnce: Int { 49 }

  func walk(from start: WalkStart) -> Way { Way(levels: start.levels, goal: start.goal) }

  struct Way: ScoreWalk {
    var levels: [UInt8]
    let goal: Goal
    var isDone = false
    var asks: Int { 49 }

    func write(_ picture: Int, to values: UnsafeMutableBufferPointer<Float>) {
      for index in levels.indices { values[index] = Float(levels[index]) / 255 }
      // Half a level: probes are asked about as they are and not as 8 bits hold them.
      if picture > 0 { values[picture - 1] += 0.5 / 255 }
    }

    mutating func step(_ answer: ScoreAnswer) {
      let gains = answer.scores.map { row in
        let scores = Array(row)
        return scores[goal.target ?? 0] - scores[goal.source]
      }
      for index in levels.indices where levels[index] < 255 && gains[index + 1] > gains[0] { levels[index] += 1 }
      isDone = true
    }
  }
}

@Suite("Walks that ask about several pictures at once")
struct WalkLoopTests {
  private let reader = AttackSamples.reader(seed: 4)

  @Test("batch sizes and threads change nothing, and every probe is counted", arguments: [(1, 1), (60, 2), (200, 1)])
  func probes(batchSize: Int, threads: Int) throws {
    let pictures = AttackSamples.pictures(5, brightest: 0.9)
    let goal = Goal.toward(1, from: 0)
    let images = try Harness(
      reader: reader, seed: 1, batchSize: batchSize, loop: ConcurrentLoop(threads: threads)
    ).run(Differences(), on: pictures, goal: goal).images
    for (image, picture) in zip(images, pictures) {
      let expected = picture.samples.indices.map { index in
        let rises = reader.weights[1][index] > reader.weights[0][index]
        return (picture.samples[index] * 255).rounded() + (rises ? 1 : 0)
      }
      #expect(image.crafted.samples == expected.map { $0 / 255 })
      #expect(image.cost.queries == 49)
    }
  }
}
