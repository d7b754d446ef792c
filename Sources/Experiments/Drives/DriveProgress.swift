import Driving
import Imaging
import Signs

/// How far a scenario's drives are.
package struct DriveProgress: Sendable, Equatable {
  /// Which of the drives is under way, from 0: the clean one, the attacked one, its control.
  package var drive: Int
  /// How many drives there are.
  package var drives: Int
  /// How far the car has come, in metres.
  package var way: Double
  /// From where the drive begins to the line, in metres.
  package var wholeWay: Double
}

/// A camera that tells at every photograph how far the drive is.
struct WatchedCamera<Base: SignCamera>: SignCamera {
  private var base: Base
  private var progress: DriveProgress
  private let tell: (DriveProgress) -> Void

  /// - Parameters:
  ///   - base: takes the photographs.
  ///   - drives: how many drives it will be used for, one after the other.
  ///   - start: where each begins, in metres before the line.
  init(_ base: Base, drives: Int, start: Double, tell: @escaping (DriveProgress) -> Void) {
    self.base = base
    progress = DriveProgress(drive: 0, drives: drives, way: 0, wholeWay: start)
    self.tell = tell
  }

  var frameRate: Double { base.frameRate }
  var firstSight: Double { base.firstSight }

  func sight(at distance: Double) -> SignBox? { base.sight(at: distance) }

  mutating func photograph(frame: Int, distance: Double, crop: SignBox) throws -> Image {
    let way = progress.wholeWay - distance
    // A car that is back before where it was is another drive's.
    if way < progress.way - 1e-6 { progress.drive += 1 }
    progress.way = way
    tell(progress)
    return try base.photograph(frame: frame, distance: distance, crop: crop)
  }
}
