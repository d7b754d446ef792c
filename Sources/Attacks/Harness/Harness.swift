import Groundwork
import Imaging
import Networks

/// Runs attacks against a reader and believes none of them: it rounds to 8 bits, clips to the box and the budget, reads
/// again and measures, and only then says whether an attack succeeded.
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

  /// Attacks images, each with its own goal.
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
    guard !images.isEmpty else { return HarnessReport(method: attack.name, budget: attack.budget, images: []) }
    let clean = images.map(\.roundedToEightBits)
    let cleanReadings = try readings(of: clean)
    let task = AttackTask(
      images: tensor(of: clean), goals: goals,
      streams: clean.indices.map { RandomStream(seed: seed, name: "attack \(attack.name)", firstIndex + $0) },
      batchSize: batchSize, loop: loop)
    let meter = Meter(images: images.count, budget: attack.budget)
    let proposals = try propose(attack, task, meter)
    let restraint = Restraint(budget: attack.budget)
    let held = clean.indices.map { restraint.hold(proposals, image: $0, clean: clean[$0]) }
    let craftedReadings = try readings(of: held.map(\.picture))
    let crafted = clean.indices.map { index in
      judge(
        held[index], clean: clean[index], goal: goals[index], before: cleanReadings[index],
        after: craftedReadings[index], cost: meter.cost(of: index))
    }
    return HarnessReport(method: attack.name, budget: attack.budget, images: crafted)
  }

  /// Attacks one image now, in a batch of one.
  /// - Parameter index: the image's number, which names its stream of chance.
  /// - Throws: as `run(_:on:goals:firstIndex:)`.
  package func craft(_ attack: any Attack, on image: Image, goal: Goal, index: Int) throws -> CraftedImage {
    try run(attack, on: [image], goals: [goal], firstIndex: index).images[0]
  }

  /// The control of a run: random noise of the same norm on the same images, judged in the same way.
  /// - Parameters:
  ///   - norm: what is equal; without it L-infinity where the budget bounds it, else the number of changed pixels where
  ///     the budget bounds that, else the number of changed values.
  ///   - firstIndex: as for the run.
  /// - Throws: what the reader throws.
  package func control(
    of report: HarnessReport, norm: UniformNoise.Norm? = nil, firstIndex: Int = 0
  ) throws -> HarnessReport {
    let norm = norm ?? report.budget.controlNorm
    let noise = MatchingNoise(crafted: report.images.map(\.crafted), norm: norm, original: report.method)
    return try run(
      noise, on: report.images.map(\.clean), goals: report.images.map(\.goal), firstIndex: firstIndex)
  }
}

extension Budget {
  /// The norm in which noise is comparable to an attack with this budget.
  package var controlNorm: UniformNoise.Norm {
    if linf != nil { return .linf }
    return pixelShare != nil ? .l0Pixels : .l0Features
  }
}
