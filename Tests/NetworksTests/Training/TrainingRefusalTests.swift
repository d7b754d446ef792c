import Groundwork
import TestSupport
import Testing

@testable import Networks

struct TrainingRefusalTests {
  /// A change that makes a configuration unusable, and a word of the sentence that says so.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let word: String
    let make: @Sendable (inout TrainingConfiguration) -> Void
    var testDescription: String { word }

    init(_ word: String, _ make: @escaping @Sendable (inout TrainingConfiguration) -> Void) {
      self.word = word
      self.make = make
    }
  }

  static let mistakes = [
    Mistake("epochs is 0") { $0.epochs = 0 },
    Mistake("batch size is -1") { $0.batchSize = -1 },
    Mistake("label smoothing") { $0.labelSmoothing = 1 },
    Mistake("learning rate is -0.1") { $0.schedule = .constant(rate: -0.1) },
    Mistake("learning rate is nan") { $0.schedule = .oneCycle(peak: .nan) },
    Mistake("learning rate is 0") { $0.schedule = .constant(rate: 0) },
    Mistake("warm-up") { $0.schedule = .oneCycle(peak: 0.1, warmUp: 1.5) },
    Mistake("highest momentum") { $0.schedule = .oneCycle(peak: 0.1, momentum: 0.5...1) },
    Mistake("final learning rate") { $0.schedule = .cosine(peak: 0.1, floor: 0.2) },
    Mistake("momentum is 1.0") { $0.rule = .gradientDescent(momentum: 1, nesterov: true, weightDecay: 0) },
    Mistake("weight decay") { $0.rule = .gradientDescent(momentum: 0, nesterov: true, weightDecay: -1) },
    Mistake("beta 2") { $0.rule = .adam(beta1: 0.9, beta2: 1, epsilon: 1e-8, weightDecay: 0) },
    Mistake("epsilon") { $0.rule = .adam(beta1: 0.9, beta2: 0.9, epsilon: 0, weightDecay: 0) },
    Mistake("averaging decay") { $0.averagingDecay = 1 },
  ]

  @Test(arguments: mistakes)
  func refusesASettingThatCannotBeUsed(mistake: Mistake) throws {
    var configuration = TrainingConfiguration()
    mistake.make(&configuration)
    let error = try #require(throws: TrainingError.self) { try configuration.check() }
    #expect("\(error)".contains(mistake.word))
    #expect(error.kind == .usage)
  }

  @Test func theStandardSettingsAreFine() throws {
    try TrainingConfiguration().check()
    for recipe in AugmentationRecipe.allCases {
      try recipe.photographs.check()
      try recipe.rendered.check()
    }
  }

  @Test(arguments: [
    (Augmentation(rotation: 0...200), "highest rotation is 200.0"),
    (Augmentation(scale: 0...1), "lowest scale is 0.0"),
    (Augmentation(perspective: -0.5...0.1), "lowest perspective is -0.5"),
    (Augmentation(resolution: .init(share: 0.5, range: 0...3)), "lowest resolution is 0.0"),
    (Augmentation(motion: .init(share: 0.5, range: 1...9)), "highest motion blur is 9.0"),
    (Augmentation(blur: .init(share: 2, range: 0.5...1)), "share of blur is 2.0"),
    (Augmentation(mirroring: -0.5), "share of mirrored pictures is -0.5"),
  ])
  func refusesAnAugmentationThatCannotBeUsed(augmentation: Augmentation, words: String) throws {
    let error = try #require(throws: TrainingError.self) {
      try Photographs(Stripes.pictures(3), augmentation: augmentation).check(classCount: 3)
    }
    #expect("\(error)".contains(words) && error.kind == .usage)
  }

  @Test func refusesPicturesThatDoNotFit() throws {
    func refusal(_ pictures: LabelledPictures, classNames: [String] = Stripes.classNames) -> TrainingError? {
      #expect(throws: TrainingError.self) {
        _ = try Trainer(
          .tiny(classNames: classNames), Stripes.configuration(),
          training: Photographs(pictures, augmentation: Augmentation()), loop: ConcurrentLoop(threads: 1))
      }
    }
    #expect(refusal(Stripes.pictures(15)) == .tooFewPictures(count: 15, batchSize: 16))
    #expect(refusal(LabelledPictures(side: 16)) == .pictureSize(side: 16, inputShape: [3, 32, 32]))
    #expect(refusal(Stripes.pictures(30), classNames: ["a", "b"]) == .label(2, picture: 2, classCount: 2))
  }

  @Test func refusesSourcesThatDoNotFit() throws {
    #expect(throws: TrainingError.drawnLabel(2, classCount: 2)) { try Stripes.drawn().check(classCount: 2) }
    #expect(throws: TrainingError.self) {
      try MixedPictures(Stripes.photographs, Stripes.drawn(), share: 1.5, picturesPerEpoch: 100).check(classCount: 3)
    }
    #expect(throws: TrainingError.tooFewPictures(count: 10, batchSize: 16)) {
      _ = try Stripes.trainer(on: Stripes.drawn(perEpoch: 10))
    }
  }

  @Test func refusesTheCheckpointOfAnotherRun() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("run.checkpoint")
    let trainer = try Stripes.trainer()
    try trainer.writeCheckpoint(to: path)
    var configuration = Stripes.configuration()
    configuration.labelSmoothing = 0.1
    let pictures = Stripes.pictures(100)
    let others = [
      try Stripes.trainer(configuration),
      try Stripes.trainer(on: Photographs(pictures, augmentation: Augmentation(rotation: -6...5))),
      try Stripes.trainer(on: Photographs(pictures, augmentation: Augmentation(rotation: -5...5), balance: .uniform)),
      try Stripes.trainer(
        on: Photographs(Stripes.pictures(100, seed: 2), augmentation: Augmentation(rotation: -5...5))),
      try Stripes.trainer(on: Stripes.drawn()),
    ]
    for other in others {
      let state = other.state
      #expect(throws: TrainingError.otherRun(path: path)) { try other.resume(from: path) }
      #expect(other.state == state)
    }
    try Stripes.trainer(on: Stripes.drawn()).writeCheckpoint(to: path)
    #expect(throws: TrainingError.otherRun(path: path)) {
      try Stripes.trainer(on: Stripes.drawn(identity: "other stripes")).resume(from: path)
    }
  }

  @Test func refusesADamagedCheckpoint() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("run.checkpoint")
    let trainer = try Stripes.trainer()
    try trainer.writeCheckpoint(to: path)
    let bytes = try WholeFile.read(path)
    for damaged in [[], Array(bytes[..<7]), Array(bytes[..<(bytes.count / 2)]), bytes + [0]] {
      try WholeFile.write(damaged, to: path)
      let error = try #require(throws: TrainingError.self) { try trainer.resume(from: path) }
      #expect(error.kind == .badData && "\(error)".hasPrefix(path))
    }
    #expect(throws: FileFault.self) { try trainer.resume(from: folder.file("none")) }
  }

  @Test func refusesAModelWhereACheckpointBelongs() throws {
    let folder = try TemporaryFolder()
    let trainer = try Stripes.trainer()
    try ModelFile.write(trainer.network, card: ModelCard(), to: folder.file("model.safetensors"))
    let error = try #require(throws: TrainingError.self) { try trainer.resume(from: folder.file("model.safetensors")) }
    #expect("\(error)".contains("no checkpoint"))
  }
}
