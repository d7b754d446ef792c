import Driving
import Imaging
import Records

/// The photographs of a scenario's drives that their picture shows: those nearest after a few distances.
package enum DriveFilm {
  /// A photograph as the network got it, and as it was changed.
  package struct Frame: Sendable {
    /// Metres before the line.
    package var distance: Double
    package var photograph: Image
    package var clean: ReadingRecord
    package var attacked: Shown?
    package var control: Shown?
  }

  /// A changed photograph and what it is read as.
  package struct Shown: Sendable {
    package var picture: Image
    package var reading: ReadingRecord
  }

  /// The frames of a drive, far to near.
  /// - Parameters:
  ///   - distances: metres before the line, falling; for each the first photograph taken at it or nearer is shown.
  ///   - log: the attacked drive, or the only one.
  ///   - control: its control, of which the photograph of the same number is shown.
  ///   - names: the reader's classes.
  static func frames(
    at distances: [Double], of log: DriveLog<FrameEvidence>, control: DriveLog<FrameEvidence>?, names: [String]
  ) -> [Frame] {
    var waiting = distances[...]
    var frames: [Frame] = []
    for row in log.rows {
      guard let next = waiting.first else { break }
      guard row.motion.distance <= next else { continue }
      waiting = waiting.drop { $0 >= row.motion.distance }
      let change = row.evidence.changed
      frames.append(
        Frame(
          distance: row.motion.distance, photograph: row.evidence.photograph.image,
          clean: ReadingRecord(change?.clean ?? row.reading, names),
          attacked: shown(row, names),
          control: control?.rows.first { $0.frame == row.frame }.flatMap { shown($0, names) }))
    }
    return frames
  }

  private static func shown(_ row: DriveRow<FrameEvidence>, _ names: [String]) -> Shown? {
    row.evidence.changed.map {
      Shown(picture: $0.picture.image, reading: ReadingRecord(row.reading, names))
    }
  }
}

extension ReadingRecord {
  /// - Parameter names: the reader's classes.
  fileprivate init(_ reading: SignReading, _ names: [String]) {
    self.init(
      classNumber: reading.classNumber, name: reading.classNumber.map { names[$0] }, confidence: reading.confidence)
  }
}
