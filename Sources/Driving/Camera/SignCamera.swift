import Imaging
import Signs

/// What the drive needs of a camera: where it sees the sign from a distance, and the picture of it.
package protocol SignCamera {
  /// Frames a second.
  var frameRate: Double { get }
  /// How far before the line the sign comes into sight, in metres.
  var firstSight: Double { get }

  /// Where the sign is in the frame, in pixels; nil when it is too small, or not wholly in the frame.
  /// - Parameter distance: metres from the camera to the sign's place along the road.
  func sight(at distance: Double) -> SignBox?

  /// The picture that the network gets: `crop` of the frame, resampled to the size that it reads.
  /// - Parameters:
  ///   - frame: names the frame's own noise.
  ///   - distance: metres from the camera to the sign's place along the road.
  mutating func photograph(frame: Int, distance: Double, crop: SignBox) throws -> Image
}
