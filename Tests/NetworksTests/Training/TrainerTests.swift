import Groundwork
import TestSupport
import Testing

@testable import Networks

struct TrainerTests {
  /// A clock that shows a second more at each look.
  private final class Ticks {
    var seconds = 0.0
    func look() -> Double {
      seconds += 1
      return seconds
    }
  }

  private struct Stop: Error {}

  @Test func learnsAndReportsWhereItStands() throws {
    let trainer = try Stripes.trainer(Stripes.configuration(epochs: 6), validation: Stripes.pictures(90, seed: 2))
    var reports: [TrainingProgress] = []
    let ticks = Ticks()
    try trainer.train(clock: ticks.look) { reports.append($0) }

    #expect(reports.map(\.step) == Array(1...36))
    #expect(reports.map(\.epoch) == (1...6).flatMap { [Int](repeating: $0, count: 6) })
    #expect(reports.allSatisfy { $0.endsEpoch == ($0.step % 6 == 0) && $0.endsEpoch == ($0.validationAccuracy != nil) })
    #expect(reports.allSatisfy { $0.imagesPerSecond > 0 && $0.steps == 36 })
    let last = try #require(reports.last)
    #expect(last.secondsLeft == 0)
    #expect(last.loss < reports[5].loss)
    #expect(try #require(last.validationAccuracy as Double?) > 0.9)
    #expect(try #require(last.validationAccuracy as Double?) == (try trainer.validationAccuracy()))
  }

  static let sources: [any PictureSource] = [
    Stripes.photographs, Stripes.drawn(),
    MixedPictures(
      Photographs(Stripes.pictures(60), augmentation: AugmentationRecipe.strong.photographs, balance: .tempered),
      Stripes.drawn(), share: 0.4, picturesPerEpoch: 80),
  ]

  @Test(arguments: sources.indices)
  func givesTheSameBitsWithAnyNumberOfThreads(source: Int) throws {
    var configuration = Stripes.configuration(epochs: 1)
    configuration.averagingDecay = 0.9
    let trainers = try [1, 2, 7].map { try Stripes.trainer(configuration, on: Self.sources[source], threads: $0) }
    for trainer in trainers { try trainer.train(clock: { 0 }) { _ in } }
    for other in trainers[1...] {
      #expect(other.state == trainers[0].state)
      #expect(other.network == trainers[0].network)
    }
  }

  @Test func anotherSeedGivesAnotherNetwork() throws {
    var configuration = Stripes.configuration(epochs: 1)
    let one = try Stripes.trainer(configuration)
    configuration.seed += 1
    let other = try Stripes.trainer(configuration)
    for trainer in [one, other] { try trainer.train(clock: { 0 }) { _ in } }
    #expect(one.state.parameters != other.state.parameters)
  }

  @Test(arguments: [OptimizerRule.nesterov, .adam], sources.indices)
  func resumesToTheSameBits(rule: OptimizerRule, source: Int) throws {
    let folder = try TemporaryFolder()
    let source = Self.sources[source]
    let epoch = source.picturesPerEpoch / 16
    var configuration = Stripes.configuration()
    configuration.rule = rule
    configuration.averagingDecay = rule == .adam ? 0.9 : nil
    if rule == .adam { configuration.schedule = .cosine(peak: 1e-3, floor: 0) }

    let whole = try Stripes.trainer(configuration, on: source)
    try whole.train(clock: { 0 }) { _ in }

    // Broken off in the middle of the second epoch, so the checkpoint is that of the first.
    let broken = try Stripes.trainer(configuration, on: source)
    #expect(throws: Stop.self) {
      try broken.train(checkpoint: folder.file("run.checkpoint"), clock: { 0 }) {
        if $0.step == epoch + 2 { throw Stop() }
      }
    }
    let resumed = try Stripes.trainer(configuration, on: source)
    try resumed.resume(from: folder.file("run.checkpoint"))
    #expect(resumed.state.step == epoch)
    try resumed.train(clock: { 0 }) { _ in }
    #expect(resumed.state == whole.state)
    #expect(resumed.network == whole.network)
  }

  @Test func resumesFromTheMiddleOfAnEpoch() throws {
    let folder = try TemporaryFolder()
    let whole = try Stripes.trainer()
    for step in 0..<9 {
      if step == 4 { try whole.writeCheckpoint(to: folder.file("run.checkpoint")) }
      _ = try whole.takeStep()
    }
    let resumed = try Stripes.trainer()
    try resumed.resume(from: folder.file("run.checkpoint"))
    for _ in 4..<9 { _ = try resumed.takeStep() }
    #expect(resumed.state == whole.state)
  }

  @Test func aRunAtItsEndHasNothingLeftToDo() throws {
    let folder = try TemporaryFolder()
    let trainer = try Stripes.trainer(Stripes.configuration(epochs: 1))
    try trainer.train(checkpoint: folder.file("run.checkpoint"), clock: { 0 }) { _ in }
    let again = try Stripes.trainer(Stripes.configuration(epochs: 1))
    try again.resume(from: folder.file("run.checkpoint"))
    try again.train(clock: { 0 }) { _ in Issue.record("a step too many") }
    #expect(again.network == trainer.network)
  }

  @Test func divergenceStopsWithoutANetworkOfNaNs() throws {
    var configuration = Stripes.configuration(epochs: 20)
    configuration.schedule = .constant(rate: 1_000)
    configuration.rule = .gradientDescent(momentum: 0.99, nesterov: false, weightDecay: 1)
    let trainer = try Stripes.trainer(configuration)
    do {
      try trainer.train(clock: { 0 }) { _ in }
      Issue.record("a rate of 1000 does not diverge")
    } catch let error as TrainingError {
      guard case .diverged = error else { throw error }
      #expect("\(error)".contains("lower the learning rate"))
    }
  }
}
