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

  /// The figures that `stopline evaluate` prints.
  /// - Precondition: the data set is not empty.
  package func evaluate(
    on dataSet: GTSRBDataSet, progress: (_ read: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> EvaluationRecord {
    precondition(dataSet.count > 0, "an evaluation needs a photograph")
    var tally = EvaluationTally(classCount: classes.count)
    for reading in try readings(of: dataSet, progress: progress) {
      tally.count(label: reading.label, reading: reading.classNumber)
    }
    return EvaluationRecord(tally, classes: classes)
  }

  private func batch(of range: Range<Int>, in dataSet: GTSRBDataSet) -> Tensor {
    Tensor(shape: [range.count] + reader.inputShape, elements: dataSet.pixels.shares(range))
  }
}
