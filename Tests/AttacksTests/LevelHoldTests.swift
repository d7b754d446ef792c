import Imaging
import Networks
import Settings
import TestSupport
import Testing

@testable import Attacks

/// Goes to the boundary of a linear reader of two classes in one step, as the published minimum-norm attacks do, and so
/// ends between levels.
private struct Nearest: GradientWalkMethod {
  var overshoot: Float = 0.001
  static let card = AttackCard("nearest", title: "Nearest", "To the boundary.", paper: nil, norm: .l2)
  static let settings: [Setting<Self>] = []
  var limits: Limits { Limits(steps: 1, queries: 3 + LevelHold.mostQueries, gradients: 1) }

  func walk(from start: WalkStart) -> Way {
    Way(position: start.levels.map { Float($0) / 255 }, target: start.goal.target ?? 1, overshoot: overshoot)
  }

  struct Way: GradientWalk {
    static let end = WalkEnd.atBoundary
    var position: [Float]
    let target: Int
    let overshoot: Float
    var isDone = false
    let mayMeetGoal = false

    func write(_ picture: Int, to values: UnsafeMutableBufferPointer<Float>) {
      for index in position.indices { values[index] = position[index] }
    }

    func weightings(of scores: ArraySlice<Float>, picture: Int) -> [[Float]] {
      [scores.indices.map { $0 - scores.startIndex == target ? 1 : -1 }]
    }

    mutating func step(_ answer: GradientAnswer) {
      let (gradient, scores) = (Array(answer.gradients[0][0]), Array(answer.scores[0]))
      let gap = scores[1 - target] - scores[target]
      let square = gradient.reduce(0) { $0 + $1 * $1 }
      for index in position.indices { position[index] += (1 + overshoot) * gap / square * gradient[index] }
      isDone = true
    }
  }
}

@Suite("Perturbations that end at a boundary are held on 8-bit levels")
struct LevelHoldTests {
  /// Two classes; the clean pictures are class 0.
  private let reader = AttackSamples.reader(seed: 21, classes: 2, headStart: 0.3)
  private var pictures: [Image] { AttackSamples.readRightly(AttackSamples.pictures(40, seed: 9), by: reader) }

  private func score(_ samples: [Float]) -> Float {
    let logits = reader.logits(on: Tensor(shape: [1, 3, 4, 4], elements: samples)).elements
    return logits[1] - logits[0]
  }

  @Test func everyPictureIsTurnedOnLevelsThoughRoundingWouldUndoSome() throws {
    let images = try Harness(reader: reader, seed: 1).run(Nearest(), on: pictures, goal: .toward(1, from: 0)).images
    #expect(images.count > 10)
    #expect(images.allSatisfy { $0.isSuccess })
    // Without growth, rounding to the nearest level turns some of them back.
    let direction = zip(reader.weights[1], reader.weights[0]).map { $0 - $1 }
    let square = direction.reduce(0) { $0 + $1 * $1 }
    let undone = images.count { image in
      let gap = -score(image.clean.samples)
      let exact = zip(image.clean.samples, direction).map { $0 + 1.001 * gap / square * $1 }
      return score(exact.map { Float(Image.level($0)) / 255 }) <= 0
    }
    #expect(undone > 0)
    for image in images {
      // No more than a few levels beyond what the closed form asks for.
      let exact = Double(-score(image.clean.samples) / square.squareRoot())
      #expect(image.difference.l2 < 1.5 * exact + 0.02)
      #expect(image.cost.gradients == 1)
      #expect(image.cost.queries >= 2 && image.cost.queries <= 1 + LevelHold.mostQueries)
    }
  }

  @Test func whatHoldsAsItWasFoundCostsOneQuery() throws {
    let images = try Harness(reader: reader, seed: 1).run(
      Nearest(overshoot: 3), on: pictures, goal: .toward(1, from: 0)
    ).images
    #expect(images.contains { $0.isSuccess && $0.cost.queries == 2 })
  }

  @Test func aPictureAloneIsHeldAsInCompany() throws {
    let goal = Goal.toward(1, from: 0)
    let together = try Harness(reader: reader, seed: 1, batchSize: 4).run(Nearest(), on: pictures, goal: goal).images
    for (index, picture) in pictures.enumerated() {
      let alone = try Harness(reader: reader, seed: 1).run(
        Nearest(), on: [picture], goals: [goal], firstIndex: index
      ).images[0]
      #expect(alone.crafted == together[index].crafted && alone.cost == together[index].cost)
    }
  }

  @Test func whatChangesNothingIsNotAskedAbout() {
    let levels: [Float] = [0, 0.2, 1]
    #expect(LevelHold(clean: levels[...], crafted: levels[...]).isDone)
  }

  @Test func whatNeverHoldsIsLeftClean() {
    var hold = LevelHold(clean: [0.2, 0.4, 0.6], crafted: [0.21, 0.4, 0.6])
    var queries = 0
    while !hold.isDone {
      hold.step([false])
      queries += 1
    }
    #expect(queries <= LevelHold.mostQueries)
    var result: [Float] = [9, 9, 9]
    result.withUnsafeMutableBufferPointer { hold.writeResult(to: $0) }
    #expect(result == [Float(51) / 255, Float(102) / 255, Float(153) / 255])
  }
}
