import Imaging
import Settings
import TestSupport
import Testing

@testable import Attacks

@Suite("JSMA's variants are those of the definition")
struct SaliencyVariantTests {
  static let variants = [
    "jsma", "jsma(scores=logits)", "jsma(feature=pixel)", "jsma(feature=pixel, scores=logits)",
    "jsma(direction=either)", "jsma(direction=decreasing, theta=0.4)", "jsma(direction=either, scores=logits)",
    "jsma(weighting=reach, direction=either)", "jsma(weighting=reach, scores=logits)", "jsma(selection=singles)",
    "jsma(selection=singles, scores=logits, direction=either)", "jsma(selection=pairs-then-singles, features=40 %)",
    "jsma(selection=pairs-then-singles, scores=logits)", "jsma(theta=0.1, features=50 %)",
    "jsma(feature=pixel, direction=either, weighting=reach, selection=singles, theta=0.5)",
  ]
  static let goals = [Goal.toward(2, from: 0), .away(from: 0)]

  private func attack(_ text: String) throws -> JacobianSaliencyMap {
    try #require(try AttackCatalogue.attack(text) as? JacobianSaliencyMap)
  }

  private func planar(_ image: Image) -> [UInt8] { image.samples.map(Image.level) }

  @Test("every choice is that of the definition", arguments: variants, goals)
  func definition(_ text: String, _ goal: Goal) throws {
    let attack = try attack(text)
    var changed = 0
    for seed in 0..<6 {
      let reader = AttackSamples.reader(seed: UInt64(seed), headStart: 6)
      let pictures = AttackSamples.pictures(3, seed: UInt64(40 + seed))
      let naive = NaiveSaliency(attack: attack, reader: reader, goal: goal)
      let images = try Harness(reader: reader, seed: 1).run(attack, on: pictures, goal: goal).images
      for (image, picture) in zip(images, pictures) {
        let expected = naive.crafted(from: planar(picture))
        #expect(planar(image.crafted) == expected.levels)
        changed += expected.changed.count
      }
    }
    #expect(changed > 20)
  }

  @Test("pruning keeps the goal met, and leaves nothing that is not needed", arguments: 0..<8)
  func pruned(seed: Int) throws {
    // With two classes every chosen change helps, so what was needed once is needed to the end.
    let reader = AttackSamples.reader(seed: UInt64(seed), classes: 2, headStart: 4)
    let pictures = AttackSamples.readRightly(AttackSamples.pictures(12, seed: UInt64(60 + seed)), by: reader)
    let goal = Goal.toward(1, from: 0)
    let plain = try attack("jsma(direction=either, theta=0.6, features=80 %)")
    var pruning = plain
    pruning.finish = .pruned
    let harness = Harness(reader: reader, seed: 1)
    let (found, kept) = (
      try harness.run(plain, on: pictures, goal: goal).images, try harness.run(pruning, on: pictures, goal: goal).images
    )
    #expect(found.contains { $0.isSuccess })
    for (before, after) in zip(found, kept) where before.isSuccess {
      #expect(after.isSuccess)
      #expect(after.difference.l0Features <= before.difference.l0Features)
      #expect(after.cost.queries == before.cost.queries + before.difference.l0Features)
      let naive = NaiveSaliency(attack: pruning, reader: reader, goal: goal)
      let (levels, clean) = (planar(after.crafted), planar(after.clean))
      for value in levels.indices where levels[value] != clean[value] {
        var without = levels
        without[value] = clean[value]
        #expect(!naive.isMet(by: without))
      }
    }
  }
}
