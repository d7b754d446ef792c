import Networks
import Records
import Signs

extension Subject {
  /// What a photograph shows and what was read in it.
  package struct LabelledReading: Sendable, Equatable {
    package var label: Int
    package var classNumber: Int
    /// The softmax of the class read, in [0, 1].
    package var confidence: Double
  }

  /// Photographs that go through the network together.
  private static let photographsAtOnce = 256

  /// Reads every photograph of a data set, in order.
  /// - Parameter progress: told after each batch how many are read.
  package func readings(
    of dataSet: GTSRBDataSet, progress: (_ read: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> [LabelledReading] {
    var readings: [LabelledReading] = []
    readings.reserveCapacity(dataSet.count)
    for first in stride(from: 0, to: dataSet.count, by: Subject.photographsAtOnce) {
      let range = first..<min(first + Subject.photographsAtOnce, dataSet.count)
      let logits = try reader.logits(on: batch(of: range, in: dataSet))
      for (item, photograph) in range.enumerated() {
        let (classNumber, confidence) = Softmax.reading(of: logits[item: item])
        readings.append(
          LabelledReading(
            label: dataSet.labels[photograph].rawValue, classNumber: classNumber, confidence: confidence))
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
    var tally = EvaluationTally(classCount: classNames.count)
    for reading in try readings(of: dataSet, progress: progress) {
      tally.count(label: reading.label, reading: reading.classNumber)
    }
    return EvaluationRecord(tally, classNames: classNames)
  }

  private func batch(of range: Range<Int>, in dataSet: GTSRBDataSet) -> Tensor {
    Tensor(shape: [range.count] + network.architecture.inputShape, elements: dataSet.pixels.shares(range))
  }
}
