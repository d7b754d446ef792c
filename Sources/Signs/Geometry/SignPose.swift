import Foundation

/// Where a sign is, seen from the camera, and how it is turned.
package struct SignPose: Sendable, Equatable {
  /// How far the sign's centre is to the right of the camera, in metres.
  package var lateral: Double
  /// How far the sign's centre is above the camera, in metres.
  package var height: Double
  /// How far the sign's centre is ahead of the camera, in metres.
  package var distance: Double
  /// Turn about the upright axis in radians; positive takes the sign's right edge away from the camera.
  package var yaw: Double
  /// Turn about the level axis in radians; positive takes the sign's upper edge away from the camera.
  package var pitch: Double
  /// Turn about the axis out of the plate in radians; positive is clockwise as seen.
  package var roll: Double

  package init(
    lateral: Double, height: Double, distance: Double, yaw: Double = 0, pitch: Double = 0, roll: Double = 0
  ) {
    self.lateral = lateral
    self.height = height
    self.distance = distance
    self.yaw = yaw
    self.pitch = pitch
    self.roll = roll
  }

  /// The sign's centre in camera coordinates.
  package var center: SIMD3<Double> { SIMD3(lateral, height, distance) }

  /// The direction on the plate that a driver before it calls right, of length 1.
  package var right: SIMD3<Double> { turned(SIMD2(1, 0)) }

  /// The direction on the plate that a driver before it calls up, of length 1.
  package var up: SIMD3<Double> { turned(SIMD2(0, 1)) }

  /// The direction in which the face looks, of length 1: towards the camera for an unturned sign.
  package var normal: SIMD3<Double> {
    let (a, b) = (right, up)
    return SIMD3(b.y * a.z - b.z * a.y, b.z * a.x - b.x * a.z, b.x * a.y - b.y * a.x)
  }

  /// Where a point of the plate is.
  /// - Parameter point: metres right of and above the sign's centre, on the plate.
  /// - Returns: camera coordinates.
  package func point(_ point: SIMD2<Double>) -> SIMD3<Double> { center + turned(point) }

  private func turned(_ point: SIMD2<Double>) -> SIMD3<Double> {
    let rolled = SIMD2(point.x * cos(roll) + point.y * sin(roll), point.y * cos(roll) - point.x * sin(roll))
    let pitched = SIMD3(rolled.x, rolled.y * cos(pitch), rolled.y * sin(pitch))
    return SIMD3(
      pitched.x * cos(yaw) - pitched.z * sin(yaw), pitched.y, pitched.x * sin(yaw) + pitched.z * cos(yaw))
  }
}
