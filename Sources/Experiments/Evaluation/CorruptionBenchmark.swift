import Groundwork
import Imaging
import Records
import Signs

/// How often a model errs on degraded pictures: what `stopline evaluate --corruptions` does between its arguments and its
/// files.
package struct CorruptionBenchmark: Sendable {
  private let model: Subject
  private let loop: ConcurrentLoop
  private let seed: UInt64

  /// Pictures that are made and read together; more are never in memory.
  private static let picturesAtOnce = 256

  /// The sign whose misses are counted apart: the one that costs most when it is missed.
  private static let watched = SignClass.stop

  /// - Parameters:
  ///   - model: what reads.
  ///   - loop: what makes the pictures; the figures do not depend on its threads.
  ///   - seed: what the pictures were drawn from, for the record.
  package init(model: Subject, loop: ConcurrentLoop, seed: UInt64) {
    self.model = model
    self.loop = loop
    self.seed = seed
  }

  /// Reads every block's pictures as they are and under each of its degradations at five severities.
  /// - Parameters:
  ///   - blocks: each of at least one picture; the first is that of the photographs, whose clean error the record names.
  ///   - reference: the figures of another model, which these are set against.
  ///   - progress: told how many passes over a block are done.
  package func callAsFunction(
    on blocks: [any DegradedPictures], reference: CorruptionRecord? = nil,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> CorruptionRecord {
    let total = blocks.reduce(0) { $0 + 1 + $1.degradations.count * Severity.allCases.count }
    var rows: [CorruptionRow] = []
    var cleanError: Double?
    var done = 0
    func misread(
      _ block: some DegradedPictures, under degradation: (row: Int, severity: Severity)?
    ) throws -> Misreadings {
      let found = try misreadings(of: block, under: degradation)
      done += 1
      progress(done, total)
      return found
    }
    for block in blocks {
      precondition(block.count > 0, "a block of the benchmark has a picture")
      let clean = try misread(block, under: nil).error
      cleanError = cleanError ?? clean
      for (row, degradation) in block.degradations.enumerated() {
        let found = try Severity.allCases.map { try misread(block, under: (row, $0)) }
        let missed = found.compactMap(\.missed)
        rows.append(
          CorruptionRow(
            name: degradation.name, family: degradation.family, group: degradation.group, cleanError: clean,
            errors: found.map(\.error), missed: missed.count == found.count ? missed : nil))
      }
    }
    return CorruptionRecord(
      model: model.reference, seed: seed, images: blocks.first?.count ?? 0, cleanError: cleanError ?? 0,
      watched: model.classes.number(of: Self.watched).map {
        ClassRecord(classNumber: $0, name: model.classes.names[$0])
      },
      rows: rows, reference: reference)
  }

  /// What of a block was misread.
  private struct Misreadings {
    var pictures = 0
    var misread = 0
    var watched = 0
    var missedCount = 0

    var error: Double { Double(misread) / Double(max(pictures, 1)) }
    var missed: RateRecord? { watched == 0 ? nil : RateRecord(Proportion(missedCount, of: watched)) }
  }

  private func misreadings(
    of block: some DegradedPictures, under degradation: (row: Int, severity: Severity)?
  ) throws -> Misreadings {
    var found = Misreadings()
    for first in stride(from: 0, to: block.count, by: Self.picturesAtOnce) {
      let count = min(Self.picturesAtOnce, block.count - first)
      let pictures = loop.map(count) { block.picture(at: first + $0, under: degradation) }
      for (piece, decision) in try model.reader.decisions(on: model.batch(of: pictures)).enumerated() {
        let sign = block.sign(at: first + piece)
        let isMisread = decision.flatMap(model.classes.sign(at:)) != sign
        found.pictures += 1
        found.misread += isMisread ? 1 : 0
        guard sign == Self.watched else { continue }
        found.watched += 1
        found.missedCount += isMisread ? 1 : 0
      }
    }
    return found
  }
}
