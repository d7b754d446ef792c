import Groundwork
import Networks
import Records
import Signs

extension Subject {
  /// What a photograph shows and what was read in it.
  package struct LabelledReading: Sendable, Equatable {
    /// What the photograph shows, by the reader's own number.
    package var label: Int
    /// What was read; nil when the reading was rejected.
    package var classNumber: Int?
    /// The softmax of the class read, in [0, 1].
    package var confidence: Double
  }

  /// Photographs that go through the network together.
  private static let photographsAtOnce = 256

  /// Reads every photograph of a data set, in order.
  /// - Parameter progress: told after each batch how many are read.
  /// - Throws: `UnknownSign` when a photograph shows a sign that the reader does not tell apart.
  package func readings(
    of dataSet: GTSRBDataSet, progress: (_ read: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> [LabelledReading] {
    var readings: [LabelledReading] = []
    readings.reserveCapacity(dataSet.count)
    for first in stride(from: 0, to: dataSet.count, by: Subject.photographsAtOnce) {
      let range = first..<min(first + Subject.photographsAtOnce, dataSet.count)
      for (photograph, reading) in zip(range, try self.readings(of: batch(of: range, in: dataSet))) {
        readings.append(
          LabelledReading(
            label: try index(of: dataSet.labels[photograph]), classNumber: reading.classNumber,
            confidence: reading.confidence))
      }
      progress(range.upperBound, dataSet.count)
    }
    return readings
  }

  /// How many confusions an evaluation lists at most, the most frequent first.
  private static let listedConfusions = 20

  /// The figures that `stopline evaluate` prints.
  /// - Parameters:
  ///   - dataSet: photographs of signs that the reader tells apart.
  ///   - path: where they come from, for the record.
  ///   - leftOut: what was there and could not be read, for the record.
  ///   - seed: what chose them, for the record.
  /// - Precondition: the data set is not empty.
  package func evaluate(
    on dataSet: GTSRBDataSet, from path: String, leftOut: LeftOut = LeftOut(), seed: UInt64,
    progress: (_ read: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> EvaluationRecord {
    precondition(dataSet.count > 0, "an evaluation needs a photograph")
    var tally = EvaluationTally(classCount: classes.count)
    for reading in try readings(of: dataSet, progress: progress) {
      tally.count(label: reading.label, reading: reading.classNumber)
    }
    let correct = Proportion(tally.correct, of: tally.images)
    let tracks = Set(dataSet.tracks).count
    return EvaluationRecord(
      arithmetic: arithmeticRecord, subject: record,
      data: DataRecord(path: path, sha256: dataSet.sha256, images: dataSet.count), seed: seed, images: tally.images,
      tracks: tracks, leftOut: leftOut, accuracy: correct.rate ?? 0,
      interval95: correct.interval95(groups: tracks) ?? 0...1, watched: tally.watched(in: classes),
      perClass: tally.scores(of: classes),
      confusions: tally.worstConfusions(Self.listedConfusions).map {
        Confusion(from: $0.from, to: $0.to, images: $0.images)
      })
  }

  /// The photographs of signs that the reader tells apart, and what is left out.
  package func readable(_ dataSet: GTSRBDataSet) -> (photographs: GTSRBDataSet, leftOut: LeftOut) {
    let indices = dataSet.labels.indices.filter { classes.number(of: dataSet.labels[$0]) != nil }
    guard indices.count < dataSet.count else { return (dataSet, LeftOut()) }
    let unknown = Set(dataSet.labels).filter { classes.number(of: $0) == nil }
    return (
      dataSet.selecting(indices),
      LeftOut(
        images: dataSet.count - indices.count, names: SignClass.allCases.filter(unknown.contains).map(\.name))
    )
  }

  private func batch(of range: Range<Int>, in dataSet: GTSRBDataSet) -> Tensor {
    Tensor(shape: [range.count] + reader.inputShape, elements: dataSet.pixels.shares(range))
  }
}
