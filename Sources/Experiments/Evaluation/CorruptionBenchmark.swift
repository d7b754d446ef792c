import Groundwork
import Imaging
import Networks
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
        let missed = found.compactMap(\.missedStops)
        rows.append(
          CorruptionRow(
            name: degradation.name, family: degradation.family, group: degradation.group, cleanError: clean,
            errors: found.map(\.error), missedStops: missed.count == found.count ? missed : nil))
      }
    }
    return CorruptionRecord(
      model: model.reference, seed: seed, images: blocks.first?.count ?? 0, cleanError: cleanError ?? 0, rows: rows,
      reference: reference)
  }

  /// What of a block was misread.
  private struct Misreadings {
    var pictures = 0
    var misread = 0
    var stops = 0
    var missed = 0

    var error: Double { Double(misread) / Double(max(pictures, 1)) }
    var missedStops: Double? { stops == 0 ? nil : Double(missed) / Double(stops) }
  }

  private func misreadings(
    of block: some DegradedPictures, under degradation: (row: Int, severity: Severity)?
  ) throws -> Misreadings {
    var found = Misreadings()
    for first in stride(from: 0, to: block.count, by: Self.picturesAtOnce) {
      let count = min(Self.picturesAtOnce, block.count - first)
      let pictures = loop.map(count) { block.picture(at: first + $0, under: degradation).samples }
      let decisions = try model.reader.decisions(
        on: Tensor(shape: [count] + model.reader.inputShape, elements: pictures.flatMap(\.self)))
      for (piece, decision) in decisions.enumerated() {
        let sign = block.sign(at: first + piece)
        let isMisread = decision != (try model.index(of: sign))
        found.pictures += 1
        found.misread += isMisread ? 1 : 0
        guard sign == .stop else { continue }
        found.stops += 1
        found.missed += isMisread ? 1 : 0
      }
    }
    return found
  }
}
