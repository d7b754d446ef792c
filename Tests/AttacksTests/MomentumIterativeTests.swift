import Imaging
import Networks
import TestSupport
import Testing

@testable import Attacks

@Suite("MI-FGSM")
struct MomentumIterativeTests {
  /// So sure of class 0 that nothing turns it: every step is taken.
  private let reader = AttackSamples.reader(seed: 31, headStart: 1000)
  private let pictures = AttackSamples.pictures(6)
  private let goal = Goal.toward(2, from: 0)

  private func attack(levels: Double, steps: Int, decay: Double) -> MomentumIterative {
    var attack = MomentumIterative()
    (attack.epsilon, attack.steps, attack.decay) = (levels / 255, steps, decay)
    return attack
  }

  private func crafted(_ attack: any Attack, _ reader: LinearReader) throws -> [Image] {
    try Harness(reader: reader, seed: 1).run(attack, on: pictures, goal: goal).images.map(\.crafted)
  }

  @Test("the steps are those of the definition", arguments: [0.0, 0.5, 1])
  func definition(decay: Double) throws {
    // Class 1 is ahead of class 2 by little, so the gradient turns on the way.
    let reader = AttackSamples.reader(seed: 33, headStart: 40)
    let (levels, steps) = (60.0, 12)
    let results = try crafted(attack(levels: levels, steps: steps, decay: decay), reader)
    for (picture, result) in zip(pictures, results) {
      let clean = picture.samples.map { ($0 * 255).rounded() }
      var (position, momentum) = (clean, [Float](repeating: 0, count: 48))
      for _ in 0..<steps {
        let asked = Tensor(shape: [1, 3, 4, 4], elements: position.map { ($0 + 0.5).rounded(.down) / 255 })
        if reader.decisions(on: asked) == [2], position != clean { break }
        let gradient = try reader.vectorJacobianProducts(on: asked) { logits in
          [Tensor(shape: [1, 3], elements: goal.ascent(at: logits.elements))]
        }.products[0].elements
        let size = gradient.reduce(0) { $0 + abs($1) }
        for index in position.indices {
          momentum[index] = Float(decay) * momentum[index] + gradient[index] / size
          let step = Float(levels / Double(steps)) * (momentum[index] > 0 ? 1 : momentum[index] < 0 ? -1 : 0)
          let nearest = min(max(position[index] + step, clean[index] - Float(levels)), clean[index] + Float(levels))
          position[index] = min(max(nearest, 0), 255)
        }
      }
      #expect(result.samples == position.map { ($0 + 0.5).rounded(.down) / 255 })
    }
  }

  @Test("without momentum it is plain descent")
  func plain() throws {
    var descent = ProjectedGradientDescent()
    (descent.epsilon, descent.stepSize, descent.steps, descent.start) = (20.0 / 255, 4.0 / 255, 5, .clean)
    #expect(try crafted(attack(levels: 20, steps: 5, decay: 0), reader) == crafted(descent, reader))
  }

  @Test("all steps together reach the corner of the ball")
  func corner() throws {
    for (picture, result) in zip(pictures, try crafted(attack(levels: 8, steps: 10, decay: 1), reader)) {
      #expect(ImageDifference(clean: picture, crafted: result).linf == 8.0 / 255)
    }
  }
}
