import Groundwork
import Imaging
import Networks

/// Runs attacks against a reader and believes none of them: it rounds to 8 bits, holds pictures to the box and the
/// limits, reads again and measures, and only then says whether an attack succeeded.
///
///     let harness = Harness(reader: network, seed: 7)
///     let report = try harness.run(FastGradientSign(), on: photographs, goal: .toward(13, from: 14))
///     let control = try harness.control(of: report)
package struct Harness: Sendable {
  package let reader: any DecisionReader
  package let seed: UInt64
  /// How many images are asked about at once.
  package let batchSize: Int
  /// What shares the arithmetic of attacks.
  package let loop: ConcurrentLoop

  /// - Parameters:
  ///   - reader: what is attacked; an attack that needs more than it answers is refused.
  ///   - seed: the run's seed; every image has its own stream.
  ///   - batchSize: at least 1; results do not depend on it where the reader's answers do not.
  ///   - loop: what shares the arithmetic of attacks besides the reader's; results do not depend on its threads.
  package init(
    reader: any DecisionReader, seed: UInt64, batchSize: Int = 64, loop: ConcurrentLoop = ConcurrentLoop(threads: 1)
  ) {
    precondition(batchSize > 0, "a batch holds at least one image")
    self.reader = reader
    self.seed = seed
    self.batchSize = batchSize
    self.loop = loop
  }

  /// Attacks images that all show the same class.
  /// - Throws: as `run(_:on:goals:firstIndex:)`.
  package func run(_ attack: any Attack, on images: [Image], goal: Goal) throws -> HarnessReport {
    try run(attack, on: images, goals: images.map { _ in goal })
  }

  /// Attacks images, each with its own goal. Reads each picture once before and once after.
  /// - Parameters:
  ///   - images: of the reader's input size; rounded to 8-bit levels before anything else.
  ///   - goals: one an image.
  ///   - firstIndex: the number of the first image, which names its stream of chance: a frame's number, say.
  /// - Throws: `HarnessFault`, `KnowledgeMissing`, or what the reader throws.
  package func run(
    _ attack: any Attack, on images: [Image], goals: [Goal], firstIndex: Int = 0
  ) throws -> HarnessReport {
    precondition(goals.count == images.count, "every image has a goal")
    try check(images, goals)
    let clean = images.map(\.roundedToEightBits)
    return try run(attack, on: clean, readAs: try readings(of: clean), goals: goals, firstIndex: firstIndex)
  }

  /// Attacks images that have been read.
  /// - Parameters:
  ///   - clean: on 8-bit levels, of the reader's input size.
  ///   - before: what was read, one an image.
  ///   - goals: one an image.
  ///   - firstIndex: the number of the first image, which names its stream of chance.
  /// - Throws: `HarnessFault`, `KnowledgeMissing`, or what the reader throws.
  package func run(
    _ attack: any Attack, on clean: [Image], readAs before: [Reading], goals: [Goal], firstIndex: Int
  ) throws -> HarnessReport {
    try run(
      attack, on: clean, readAs: before, goals: goals, numbers: Array(firstIndex..<firstIndex + clean.count))
  }

  /// Attacks images that have been read.
  /// - Parameters:
  ///   - clean: on 8-bit levels, of the reader's input size.
  ///   - before: what was read, one an image.
  ///   - goals: one an image.
  ///   - numbers: one an image, which names its stream of chance.
  /// - Throws: `HarnessFault`, `KnowledgeMissing`, or what the reader throws.
  package func run(
    _ attack: any Attack, on clean: [Image], readAs before: [Reading], goals: [Goal], numbers: [Int]
  ) throws -> HarnessReport {
    precondition(numbers.count == clean.count, "every image has a number")
    try check(clean, goals)
    guard !clean.isEmpty else { return report(of: attack, []) }
    let task = AttackTask(
      images: tensor(of: clean), goals: goals,
      streams: numbers.map { RandomStream(seed: seed, name: "attack \(attack.name)", $0) },
      batchSize: batchSize, loop: loop)
    let meter = Meter(images: clean.count, limits: attack.limits)
    let proposals = try propose(attack, task, meter)
    let restraint = Restraint(limits: attack.limits)
    let held = clean.indices.map { restraint.hold(proposals, image: $0, clean: clean[$0]) }
    let after = try readings(of: held.map(\.picture))
    return report(
      of: attack,
      clean.indices.map { index in
        judge(
          held[index], clean: clean[index], goal: goals[index], before: before[index], after: after[index],
          cost: meter.cost(of: index))
      })
  }

  private func report(of attack: any Attack, _ images: [CraftedImage]) -> HarnessReport {
    HarnessReport(method: attack.name, norm: attack.norm, limits: attack.limits, images: images)
  }
}
