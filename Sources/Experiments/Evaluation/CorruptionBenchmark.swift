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
    let values = model.network.architecture.inputShape.reduce(1, *)
    let buffer = PictureBuffer(pictures: Self.picturesAtOnce, values: values)
    var rows: [CorruptionRow] = []
    var cleanError: Double?
    var done = 0
    func misread(_ block: some DegradedPictures, under degradation: (row: Int, severity: Severity)?) -> Misreadings {
      let found = misreadings(of: block, under: degradation, through: buffer)
      done += 1
      progress(done, total)
      return found
    }
    for block in blocks {
      precondition(block.count > 0, "a block of the benchmark has a picture")
      let clean = misread(block, under: nil).error
      cleanError = cleanError ?? clean
      for (row, degradation) in block.degradations.enumerated() {
        let found = Severity.allCases.map { misread(block, under: (row, $0)) }
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
    of block: some DegradedPictures, under degradation: (row: Int, severity: Severity)?, through buffer: PictureBuffer
  ) -> Misreadings {
    var found = Misreadings()
    let classes = model.reader.classCount
    var scores = [Float](repeating: 0, count: buffer.pictures * classes)
    for first in stride(from: 0, to: block.count, by: buffer.pictures) {
      let count = min(buffer.pictures, block.count - first)
      loop.perform(count) { piece, _ in
        buffer.put(block.picture(at: first + piece, under: degradation), at: piece)
      }
      scores.withUnsafeMutableBufferPointer { scores in
        guard let scores = scores.baseAddress else { return }
        model.reader.logits(buffer.start, count: count, into: scores)
      }
      for piece in 0..<count {
        let sign = block.sign(at: first + piece)
        let reading = Softmax.reading(of: scores[piece * classes..<(piece + 1) * classes]).classNumber
        found.pictures += 1
        found.misread += reading == sign.rawValue ? 0 : 1
        guard sign == .stop else { continue }
        found.stops += 1
        found.missed += reading == sign.rawValue ? 0 : 1
      }
    }
    return found
  }
}

/// Room for a batch of pictures, each written by one piece of work.
private final class PictureBuffer: @unchecked Sendable {
  let pictures: Int
  private let values: Int
  private let floats: UnsafeMutablePointer<Float>

  /// - Parameters:
  ///   - pictures: how many there is room for.
  ///   - values: of one picture.
  init(pictures: Int, values: Int) {
    self.pictures = pictures
    self.values = values
    floats = .allocate(capacity: pictures * values)
    floats.initialize(repeating: 0, count: pictures * values)
  }

  deinit { floats.deallocate() }

  /// `(pictures, 3, H, W)`.
  var start: UnsafePointer<Float> { UnsafePointer(floats) }

  func put(_ image: Image, at place: Int) {
    precondition(image.samples.count == values, "a picture of a batch has the network's size")
    image.samples.withUnsafeBufferPointer { samples in
      guard let samples = samples.baseAddress else { return }
      (floats + place * values).update(from: samples, count: values)
    }
  }
}
