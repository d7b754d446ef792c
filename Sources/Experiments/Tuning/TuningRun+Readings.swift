import Groundwork
import Imaging
import Networks
import Records
import Signs

extension TuningRun {
  /// Pictures that go through the network together.
  private static let picturesAtOnce = 256

  /// Reads every picture, in order.
  /// - Throws: `UnknownSign` when a picture shows a sign that the reader does not tell apart.
  func readings(
    of pictures: some TuningPictures, progress: Progress
  ) throws -> [ThresholdSweep.CleanReading] {
    var readings: [ThresholdSweep.CleanReading] = []
    for first in stride(from: 0, to: pictures.count, by: Self.picturesAtOnce) {
      let range = first..<min(first + Self.picturesAtOnce, pictures.count)
      let images = range.map { subject.networkInput(pictures.image(at: $0)) }
      for (index, reading) in zip(range, try subject.readings(of: subject.batch(of: images))) {
        readings.append(
          .init(
            label: try subject.index(of: pictures.sign(at: index)), classNumber: reading.classNumber,
            confidence: reading.confidence, track: pictures.track(at: index)))
      }
      progress("reading", range.upperBound, pictures.count)
    }
    return readings
  }

  /// The tracks of more than one picture as ways past their signs; how far the line was then is not known.
  func ways(in clean: [ThresholdSweep.CleanReading]) -> [ConfirmationReplay.Way] {
    var places: [Int: Int] = [:]
    var ways: [ConfirmationReplay.Way] = []
    for reading in clean {
      guard let sign = subject.classes.sign(at: reading.label) else { continue }
      let place = places[reading.track] ?? ways.count
      if place == ways.count {
        places[reading.track] = place
        ways.append(.init(sign: sign, readings: []))
      }
      let read = reading.classNumber.flatMap(subject.classes.sign(at:))
      ways[place].readings.append(.init(sign: read, confidence: reading.confidence, distance: 0))
    }
    return ways.filter { $0.readings.count > 1 }
  }
}
