import Groundwork
import Records

extension CorruptionRecord {
  /// The record of a run, its means, and where there is a reference, each row set against the reference's row of the same
  /// name: CE = sum of errors / sum of the reference's errors (Hendrycks and Dietterich 2019, section 4.2).
  init(
    model: ModelReference, seed: UInt64, images: Int, cleanError: Double, watched: ClassRecord?,
    rows: [CorruptionRow], reference: CorruptionRecord?
  ) {
    var rows = rows
    var losses: [Double?] = []
    for index in rows.indices {
      let row = rows[index]
      guard let other = reference?.rows.first(where: { $0.name == row.name && $0.group == row.group }) else {
        if row.group == .main { losses.append(nil) }
        continue
      }
      rows[index].corruptionError = quotient(row.meanError, other.meanError)
      if row.group == .main {
        losses.append(quotient(row.meanError - row.cleanError, other.meanError - other.cleanError))
      }
    }
    let main = rows.filter { $0.group == .main }
    self.init(
      model: model, seed: seed, images: images, cleanError: cleanError,
      meanCorruptionError: mean(main.map(\.meanError)) ?? 0,
      relative: reference.map {
        RelativeCorruptionRecord(
          model: $0.model, mean: mean(main.map(\.corruptionError)), meanOfLoss: mean(losses))
      }, watched: watched, rows: rows)
  }

  /// The figures of an earlier run, from the JSON that `stopline evaluate --corruptions` printed or kept.
  /// - Throws: `FileFault` when the file cannot be read, `ReferenceFault` when it holds something else.
  package init(readingReference path: String) throws {
    let bytes = try WholeFile.read(path)
    // Of the rest nothing is needed, so files of earlier versions can be read.
    struct Evaluation: Decodable { let corruptions: CorruptionRecord }
    guard let corruptions = try? RecordEncoding.decode(Evaluation.self, from: bytes).corruptions else {
      throw ReferenceFault(path: path)
    }
    self = corruptions
  }
}

/// A file that was to hold a reference model's figures and does not.
package struct ReferenceFault: ExplainedError, Equatable {
  package let path: String

  package var kind: FaultKind { .badData }

  package var description: String {
    "\(path): holds no figures under corruptions; give the evaluation.json of a run of evaluate --corruptions."
  }
}

/// Nil where the divisor is not positive: a reference that loses nothing measures nothing.
private func quotient(_ value: Double, _ divisor: Double) -> Double? {
  divisor > 0 ? value / divisor : nil
}

/// Nil where there are none, or one is missing.
private func mean(_ values: [Double?]) -> Double? {
  let known = values.compactMap(\.self)
  return known.isEmpty || known.count < values.count ? nil : known.reduce(0, +) / Double(known.count)
}
