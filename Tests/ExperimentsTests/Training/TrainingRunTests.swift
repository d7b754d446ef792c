import Groundwork
import Imaging
import Networks
import Signs
import TestSupport
import Testing

@testable import Experiments

struct TrainingRunTests {
  /// Three tracks of four photographs of each class, each class of one level.
  private let photographs: GTSRBDataSet = {
    let labels = SignClass.allCases.flatMap { [SignClass](repeating: $0, count: 12) }
    return GTSRBDataSet(
      shape: PictureShape(side: 32),
      pixels: ByteRecords(
        length: PictureShape(side: 32).values,
        bytes: labels.flatMap { [UInt8](repeating: UInt8(5 * $0.rawValue), count: PictureShape(side: 32).values) }),
      labels: labels, tracks: labels.indices.map { $0 / 4 }, names: labels.indices.map(String.init))
  }()

  private let rendered = PictureGenerator(identity: "plain levels", side: 32) { sign, _, _, levels in
    levels.initialize(repeating: UInt8(5 * sign.rawValue))
  }

  private func card(
    photographs: GTSRBDataSet?, rendered: PictureGenerator?, heldOut: Double = 0.3, pictures: Int? = nil
  ) throws -> ModelCard {
    let plan = TrainingPlan(
      architecture: .tiny(classNames: SignClass.modelNames),
      configuration: TrainingConfiguration(epochs: 1, batchSize: 32, seed: 5), renderedShare: 0.25,
      picturesPerEpoch: pictures, heldOut: heldOut, command: "stopline train", date: "2026-11-24")
    let run = try TrainingRun(
      plan, photographs: photographs, rendered: rendered, loop: ConcurrentLoop(threads: 2))
    return try run(checkpoint: nil, clock: { 0 }) { _ in }.card
  }

  @Test func ofPhotographsTheCardSaysWhatWasHeldOut() throws {
    let card = try card(photographs: photographs, rendered: nil)
    #expect(card.seed == 5 && card.epochs == 1 && card.command == "stopline train" && card.date == "2026-11-24")
    #expect(card.trainingData == "GTSRB training photographs: 344 to train on, 172 in held-out tracks")
    #expect(card.accuracy != nil)
    #expect(
      card.notes == [
        "accuracy_on": "172 photographs in held-out tracks", "augmentation": "standard", "averaging_decay": "0.998",
        "balance": "tempered", "held_out": "0.3", "label_smoothing": "0.05", "pictures_per_epoch": "344",
      ])
    let split = try #require(TrackSplit(of: photographs, as: card))
    #expect(split == TrackSplit(of: photographs, holdingOut: 0.3, seed: 5))
  }

  @Test func theSplitMayHaveASeedOfItsOwn() throws {
    let plan = TrainingPlan(
      architecture: .tiny(classNames: SignClass.modelNames),
      configuration: TrainingConfiguration(epochs: 1, batchSize: 32, seed: 6), heldOut: 0.3, splitSeed: 5,
      command: "stopline train", date: "2026-11-24")
    let run = try TrainingRun(plan, photographs: photographs, rendered: nil, loop: ConcurrentLoop(threads: 2))
    let card = try run(checkpoint: nil, clock: { 0 }) { _ in }.card
    #expect(card.seed == 6 && card.notes["split_seed"] == "5")
    #expect(TrackSplit(of: photographs, as: card) == TrackSplit(of: photographs, holdingOut: 0.3, seed: 5))
    #expect(TrackSplit(of: photographs, as: card) != TrackSplit(of: photographs, holdingOut: 0.3, seed: 6))
  }

  @Test func theCardOfAStudentNamesItsTeachersAndHowTheyWereMade() throws {
    let folder = try TemporaryFolder()
    let file = folder.file("master.safetensors")
    try ModelFile.write(
      Network(initializing: .tiny(classNames: SignClass.modelNames), seed: 1),
      card: ModelCard(command: "stopline train --data rendered"), to: file)
    let plan = TrainingPlan(
      architecture: .tiny(classNames: SignClass.modelNames),
      configuration: TrainingConfiguration(epochs: 1, batchSize: 32, seed: 5), heldOut: 0.3,
      teachers: [try Teacher(reading: file)], teacherShare: 0.5, command: "stopline train", date: "2026-11-24")
    let run = try TrainingRun(plan, photographs: photographs, rendered: nil, loop: ConcurrentLoop(threads: 2))
    let card = try run(checkpoint: nil, clock: { 0 }) { _ in }.card
    let teacher = try #require(card.notes["teacher_1"])
    #expect(teacher.hasPrefix("master.safetensors (") && teacher.hasSuffix("): stopline train --data rendered"))
    #expect(card.notes["teacher_share"] == "0.5")

    let student = folder.file("student.safetensors")
    try ModelFile.write(
      Network(initializing: .tiny(classNames: SignClass.modelNames), seed: 2), card: card, to: student)
    let description = try Teacher(reading: student).description
    #expect(description.hasPrefix("student.safetensors (") && description.hasSuffix("; its teacher \(teacher)"))
  }

  @Test func aTeacherThatHasSeenHeldOutTracksIsFound() throws {
    let folder = try TemporaryFolder()
    let network = Network(initializing: .tiny(classNames: SignClass.modelNames), seed: 1)
    func hasSeen(_ card: ModelCard, heldOut: Double = 0.3) throws -> Bool {
      try ModelFile.write(network, card: card, to: folder.file("teacher.safetensors"))
      let plan = TrainingPlan(
        architecture: .tiny(classNames: SignClass.modelNames), configuration: TrainingConfiguration(seed: 9),
        heldOut: heldOut,
        splitSeed: 5, command: "", date: "")
      return try Teacher(reading: folder.file("teacher.safetensors")).hasSeen(heldOutOf: photographs, for: plan)
    }
    #expect(try !hasSeen(ModelCard(seed: 5, notes: ["held_out": "0.3"])))
    #expect(try !hasSeen(ModelCard(seed: 1, notes: ["held_out": "0.3", "split_seed": "5"])))
    #expect(try hasSeen(ModelCard(seed: 1, notes: ["held_out": "0.3"])))
    #expect(try hasSeen(ModelCard(seed: 5, notes: ["held_out": "0.0"])))
    #expect(try !hasSeen(ModelCard(seed: 5, notes: ["held_out": "0.0"]), heldOut: 0))
    #expect(try !hasSeen(ModelCard(seed: 1, notes: ["rendered_share": "1.0"])))
  }

  @Test func whereNothingIsHeldOutNoAccuracyIsClaimed() throws {
    let card = try card(photographs: photographs, rendered: nil, heldOut: 0)
    #expect(card.accuracy == nil && card.notes["accuracy_on"] == nil)
    #expect(card.trainingData == "GTSRB training photographs: 516 to train on, 0 in held-out tracks")
    #expect(TrackSplit(of: photographs, as: card)?.heldOut.isEmpty == true)
  }

  @Test func ofRenderedPicturesTheCardNamesTheRenderer() throws {
    let card = try card(photographs: nil, rendered: rendered, pictures: 86)
    #expect(card.trainingData == "rendered pictures, 86 new ones an epoch; no photograph")
    #expect(card.accuracy != nil && card.notes["accuracy_on"] == "2150 rendered pictures")
    #expect(card.notes["renderer"] == "plain levels" && card.notes["rendered_share"] == "1.0")
    #expect(card.notes["balance"] == nil && card.notes["held_out"] == nil)
    #expect(TrackSplit(of: photographs, as: card) == nil)
  }

  @Test func ofBothTheCardSaysInWhichShares() throws {
    let card = try card(photographs: photographs, rendered: rendered)
    #expect(card.trainingData?.hasSuffix("; rendered pictures: a share of 0.25 of every epoch, all new") == true)
    #expect(card.notes["rendered_share"] == "0.25" && card.notes["held_out"] == "0.3")
    #expect(card.notes["accuracy_on"] == "172 photographs in held-out tracks")
  }
}
