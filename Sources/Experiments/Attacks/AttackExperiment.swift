import Attacks
import Imaging
import Records
import Signs

/// Crafting pictures against a model: what `stopline attack` does between its arguments and its files.
package struct AttackExperiment: Sendable {
  /// One picture's result, with the two pictures that the network read.
  package struct Crafted: Sendable {
    package var clean: Image
    package var crafted: Image
    package var record: AttackedImageRecord
  }

  /// What came of a run.
  package struct Result: Sendable {
    package var record: AttackRecord
    /// One an image, in the order given.
    package var images: [Crafted]
    /// The same run with random noise of the same norm in place of the attack.
    package var control: HarnessReport
  }

  private let model: Subject
  private let attack: any Attack
  private let harness: Harness

  /// - Parameters:
  ///   - attack: how to craft.
  ///   - model: what is attacked.
  ///   - seed: the run's seed; each image has its own stream of it.
  package init(_ attack: any Attack, on model: Subject, seed: UInt64) {
    self.attack = attack
    self.model = model
    harness = Harness(reader: model.reader, seed: seed, loop: model.loop)
  }

  /// Crafts every image.
  /// - Parameters:
  ///   - images: pictures of any size with the names they get in the record.
  ///   - sign: what the signs are.
  ///   - target: what they are to be read as; any other class when nil.
  /// - Throws: `HarnessFault` when the goal is impossible, `UnknownSign` when the model does not know a sign of it.
  package func callAsFunction(
    on images: [(name: String, image: Image)], sign: SignClass, target: SignClass?
  ) throws -> Result {
    let goal = try model.goal(from: sign, toward: target)
    let report = try harness.run(attack, on: images.map { model.networkInput($0.image) }, goal: goal)
    let control = try harness.control(of: report)
    let crafted = zip(images, report.images).map { named, image in
      Crafted(
        clean: image.clean, crafted: image.crafted,
        record: AttackedImageRecord(
          name: named.name, clean: model.reading(image.cleanReading), crafted: model.reading(image.craftedReading),
          success: image.isSuccess, norms: Norms(image.difference), cost: CostRecord(image.cost)))
    }
    return Result(
      record: AttackRecord(
        method: attack.name, goal: goal.record, budget: attack.budget.record, seed: harness.seed,
        model: model.reference, images: crafted.map(\.record), interval95: report.turned.interval95 ?? 0...1),
      images: crafted, control: control)
  }
}
