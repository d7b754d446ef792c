import Attacks
import Groundwork
import Imaging
import Records
import Signs

/// Crafting pictures against a model: what `stopline attack` does between its arguments and its files.
package struct AttackExperiment: Sendable {
  /// A picture as it came from its file.
  package struct Source: Sendable {
    /// What its files and its row are called.
    package var name: String
    /// The path as the user gave it.
    package var file: String
    /// The SHA-256 of the file's bytes.
    package var sha256: String
    /// Of any size.
    package var image: Image

    package init(name: String, file: String, sha256: String, image: Image) {
      self.name = name
      self.file = file
      self.sha256 = sha256
      self.image = image
    }
  }

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
  }

  private let model: Subject
  private let attack: any AttackMethod
  private let harness: Harness

  /// How many pictures are crafted between two reports of progress.
  private static let together = 64

  /// - Parameters:
  ///   - attack: how to craft.
  ///   - model: what is attacked.
  ///   - seed: the run's seed; each image has its own stream of it.
  package init(_ attack: any AttackMethod, on model: Subject, seed: UInt64) {
    self.attack = attack
    self.model = model
    harness = Harness(reader: model.reader, seed: seed, batchSize: AttackExperiment.together, loop: model.loop)
  }

  /// Crafts every image.
  /// - Parameters:
  ///   - sources: the pictures.
  ///   - data: what they are, for the record.
  ///   - sign: what the signs are.
  ///   - target: what they are to be read as; any other class when nil.
  ///   - progress: called with how many are done.
  /// - Throws: `HarnessFault` when the goal is impossible, `UnknownSign` when the model does not know a sign of it,
  ///   `KnowledgeMissing` when the model does not answer what the attack asks.
  package func callAsFunction(
    on sources: [Source], data: DataRecord, sign: SignClass, target: SignClass?,
    progress: (_ done: Int) -> Void = { _ in }
  ) throws -> Result {
    let goal = try model.goal(from: sign, toward: target)
    var crafted: [Crafted] = []
    var controls: [CraftedImage] = []
    for start in stride(from: 0, to: sources.count, by: AttackExperiment.together) {
      let part = sources[start..<min(start + AttackExperiment.together, sources.count)]
      let report = try harness.run(
        attack, on: part.map { model.networkInput($0.image) }, goals: part.map { _ in goal }, firstIndex: start)
      controls += try harness.control(of: report, firstIndex: start).images
      crafted += zip(part, report.images).map(self.crafted)
      progress(crafted.count)
    }
    let record = AttackRecord(
      arithmetic: model.arithmeticRecord, subject: model.record, data: data, seed: harness.seed,
      attack: AttackDescription(attack, surface: "camera", goal: goal), images: crafted.map(\.record),
      control: control(controls))
    return Result(record: record, images: crafted)
  }

  private func crafted(_ source: Source, _ image: CraftedImage) -> Crafted {
    Crafted(
      clean: image.clean, crafted: image.crafted,
      record: AttackedImageRecord(
        name: source.name, file: source.file, sha256: source.sha256, clean: model.reading(image.cleanReading),
        crafted: model.reading(image.craftedReading), status: AttackStatus(image.verdict),
        norms: Norms(image.difference), cost: CostRecord(image.cost)))
  }

  private func control(_ images: [CraftedImage]) -> AttackControlRecord {
    AttackControlRecord(
      norm: attack.norm.rawValue,
      share: Proportion(images.count(where: \.isSuccess), of: images.count { $0.verdict != .misreadBefore }),
      readings: images.map { model.reading($0.craftedReading) })
  }
}
