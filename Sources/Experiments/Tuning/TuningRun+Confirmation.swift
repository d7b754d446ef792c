import Defenses
import Driving
import Groundwork
import Records
import Signs

extension TuningRun {
  /// Thresholds that are tried besides the chosen one.
  private static let replayedThresholds = [0, 0.5, 0.8, 0.9, 0.95]

  /// What k of n and memory make of the readings on whole ways.
  /// - Parameter chosen: the threshold that the sweep chose; its row is looked for among those of this threshold.
  func confirmation(
    tracks: [ConfirmationReplay.Way], approaches: RenderedApproaches, chosen: Double?, progress: Progress
  ) throws -> ConfirmationRecord? {
    guard plan.approaches > 0 else { return nil }
    let driven = try drive(approaches, progress: progress)
    let replay = ConfirmationReplay(
      watching: plan.sign, lastMoment: approaches.lastMoment, frameRate: approaches.frameRate)
    let thresholds = Set(Self.replayedThresholds + [chosen].compactMap(\.self)).sorted()
    let rows = thresholds.flatMap { threshold in
      plan.confirmations.map { belief in
        replay.row(.init(Rejection(threshold: threshold), belief: belief), approaches: driven, tracks: tracks)
      }
    }
    return ConfirmationRecord(
      scenario: approaches.record, approaches: driven.count { $0.sign == plan.sign },
      otherApproaches: driven.count { $0.sign != plan.sign },
      tracks: tracks.count { $0.sign == plan.sign }, otherTracks: tracks.count { $0.sign != plan.sign },
      lastMoment: approaches.lastMoment,
      chosen: chosen.flatMap { threshold in
        ConfirmationReplay.choice(among: rows.filter { $0.threshold == threshold })
      }, rows: rows)
  }

  /// Ways to the sign, and as many to others, which take turns in an order of the seed.
  private func drive(_ approaches: RenderedApproaches, progress: Progress) throws -> [ConfirmationReplay.Way] {
    let others = SignClass.allCases.filter { $0 != plan.sign && subject.classes.number(of: $0) != nil }
    let signs = (0..<plan.approaches).map { _ in plan.sign }
    var stream = RandomStream(seed: plan.seed, name: "signs approached")
    let order = stream.permutation(of: others.count)
    let turns = others.isEmpty ? [] : (0..<plan.approaches).map { others[order[$0 % others.count]] }
    return try (signs + turns).enumerated().map { number, sign in
      progress("approaching", number, signs.count + turns.count)
      let photographs = try approaches.photographs(approaching: sign, number: number)
      guard !photographs.isEmpty else { return .init(sign: sign, readings: []) }
      let readings = try subject.readings(of: subject.batch(of: photographs.map(\.image)))
      return .init(
        sign: sign,
        readings: zip(photographs, readings).map { photograph, reading in
          .init(
            sign: reading.classNumber.flatMap(subject.classes.sign(at:)), confidence: reading.confidence,
            distance: photograph.distance)
        })
    }
  }
}
