import Attacks
import Defenses
import Groundwork
import Imaging
import Networks
import Records
import Signs

/// Tuning the rejection threshold: what `stopline tune` does between its arguments and its files.
package struct TuningRun: Sendable {
  let subject: Subject
  let plan: TuningPlan
  private let sign: Int
  private let goal: Goal

  /// Told what is done and how far it is.
  package typealias Progress = (_ task: String, _ done: Int, _ total: Int) -> Void

  /// - Parameters:
  ///   - subject: what reads, without the rejection that is tuned.
  ///   - plan: what to tune for.
  /// - Throws: `UnknownSign` when the subject does not tell the sign or the target apart.
  package init(_ subject: Subject, plan: TuningPlan) throws {
    self.subject = subject
    self.plan = plan
    sign = try subject.index(of: plan.sign)
    goal = try subject.goal(from: plan.sign, toward: plan.target)
  }

  /// Reads every picture, crafts some of the sign's against every threshold, and sweeps the threshold; then replays the
  /// readings along whole ways past signs.
  ///
  /// - Parameters:
  ///   - pictures: clean ones, at least one; pictures of one track in the order in which they were taken.
  ///   - approaches: what drives the rendered ways.
  /// - Throws: what readers, attacks and cameras throw.
  package func callAsFunction(
    on pictures: some TuningPictures, approaches: RenderedApproaches, progress: Progress = { _, _, _ in }
  ) throws -> TuneRecord {
    let clean = try readings(of: pictures, progress: progress)
    let chosen = choose(from: clean)
    let images = chosen.map { subject.networkInput(pictures.image(at: $0)) }
    let craftedTracks = Set(chosen.map { clean[$0].track }).count
    let crafted = try craft(images, progress: progress)
    let sweep = ThresholdSweep(sign: sign, clean: clean, crafted: crafted, craftedTracks: craftedTracks)
    let rows = sweep.rows()
    let row = ThresholdSweep.choice(among: rows, within: plan.limits)
    return TuneRecord(
      arithmetic: subject.arithmeticRecord, subject: subject.record,
      data: DataRecord(path: pictures.title, sha256: pictures.sha256, images: clean.count),
      leftOut: pictures.leftOut, seed: plan.seed,
      sign: classRecord(sign), target: goal.target.map(classRecord), limits: plan.limits,
      clean: TuneSample(images: clean.count, tracks: Set(clean.map(\.track)).count),
      crafted: TuneSample(images: images.count, tracks: craftedTracks, asked: plan.craftedImages),
      attacks: plan.attacks.map { TunedAttack(text: $0.text, method: $0.record) }, chosen: row, rows: rows,
      confirmation: try confirmation(
        tracks: ways(in: clean), approaches: approaches, chosen: row?.threshold, progress: progress))
  }

  /// Pictures of the sign that are read rightly, as many as there are or are wanted, by the seed.
  private func choose(from clean: [ThresholdSweep.CleanReading]) -> [Int] {
    let candidates = clean.indices.filter { clean[$0].label == sign && clean[$0].isRight }
    var stream = RandomStream(seed: plan.seed, name: "tuning photographs")
    return stream.permutation(of: candidates.count).prefix(plan.craftedImages).map { candidates[$0] }
  }

  private func craft(_ images: [Image], progress: Progress) throws -> [ThresholdSweep.CraftedReadings] {
    try plan.attacks.map { named in
      let reach = AttackReach(attack: named.attack, seed: plan.seed, loop: subject.loop) { threshold in
        try Rejection(threshold: threshold).defend(subject.reader)
      }
      let reached = try reach(on: images, goal: goal, thresholds: ThresholdSweep.standardThresholds) {
        progress("crafting with \(named.text)", $0, images.count)
      }
      return ThresholdSweep.CraftedReadings(attack: named.text, reach: reached)
    }
  }

  private func classRecord(_ number: Int) -> ClassRecord {
    ClassRecord(classNumber: number, name: subject.classNames[number])
  }
}
