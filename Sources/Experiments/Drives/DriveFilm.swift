import Driving
import Imaging
import Records
import Synchronization

/// The photographs of a drive that its picture shows: those nearest after a few given distances, so that their number
/// does not grow with the drive.
package final class DriveFilm: Sendable {
  /// A photograph as the network got it, and as it was crafted.
  package struct Frame: Sendable {
    /// Metres before the line.
    package var distance: Double
    package var photograph: Image
    package var crafted: Image?
    package var clean: Reading
    package var attacked: Reading?
  }

  private struct Reel {
    var frames: [Frame] = []
    var waiting: ArraySlice<Double>
  }

  private let reel: Mutex<Reel>

  /// - Parameter distances: metres before the line, falling; for each the first photograph taken at it or nearer is kept.
  package init(distances: [Double]) {
    reel = Mutex(Reel(waiting: distances[...]))
  }

  /// The frames kept so far, far to near.
  package var frames: [Frame] { reel.withLock { $0.frames } }

  func keep(_ image: Image, crafted: Image?, of photograph: Photograph, clean: Reading, attacked: Reading?) {
    reel.withLock { reel in
      guard let next = reel.waiting.first, photograph.distance <= next else { return }
      reel.waiting = reel.waiting.drop { $0 >= photograph.distance }
      reel.frames.append(
        Frame(
          distance: photograph.distance, photograph: image, crafted: crafted, clean: clean, attacked: attacked))
    }
  }
}
