import Foundation
import Imaging

/// Where the camera's pixels look: a pinhole, level and in the driving direction.
///
/// Camera coordinates are metres from the pinhole: x to the right, y up, z forward along the road.
package struct PinholeCamera: Sendable, Equatable {
  /// The frame's size in pixels.
  package let width: Int
  package let height: Int
  /// How far the frame sees from its left to its right edge, in radians.
  package let horizontalFieldOfView: Double
  /// How high the pinhole is above the road, in metres: behind the mirror of a passenger car.
  package let heightAboveRoad: Double

  /// - Precondition: the sides are positive, the field of view is between 0 and pi, the height is positive.
  package init(
    width: Int = 1280, height: Int = 960, horizontalFieldOfView: Double = 52 * .pi / 180, heightAboveRoad: Double = 1.3
  ) {
    precondition(width > 0 && height > 0, "a camera has pixels")
    precondition(horizontalFieldOfView > 0 && horizontalFieldOfView < .pi, "a pinhole sees less than half the world")
    precondition(heightAboveRoad > 0, "a camera is above the road")
    self.width = width
    self.height = height
    self.horizontalFieldOfView = horizontalFieldOfView
    self.heightAboveRoad = heightAboveRoad
  }

  /// The distance from pinhole to image in pixels: an object of width W at distance d is `focalLength * W / d` wide.
  package var focalLength: Double {
    Double(width) / 2 / tan(horizontalFieldOfView / 2)
  }

  /// Where a point is seen; nil when it is not before the camera. The place may be outside the frame.
  /// - Parameter point: (right, up, forward) in metres from the pinhole.
  package func project(_ point: SIMD3<Double>) -> Point? {
    guard point.z > PinholeCamera.nearest else { return nil }
    return Point(
      x: Double(width) / 2 + focalLength * point.x / point.z,
      y: Double(height) / 2 - focalLength * point.y / point.z)
  }

  /// The direction in which a place of the image looks, one metre forward: (right, up, 1).
  package func ray(through point: Point) -> SIMD3<Double> {
    SIMD3((point.x - Double(width) / 2) / focalLength, (Double(height) / 2 - point.y) / focalLength, 1)
  }

  /// What is nearer than this, in metres, is not seen.
  static let nearest = 0.05
}
