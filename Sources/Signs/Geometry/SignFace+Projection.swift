import Imaging

extension SignFace {
  /// The smallest upright box around the plate in the photograph, as a perfect detector would draw it; nil when a part
  /// of the plate is not before the camera. The box may reach outside the frame.
  package func projectedBox(at pose: SignPose, in camera: PinholeCamera) -> SignBox? {
    let (center, right, up, focal) = (pose.center, pose.right, pose.up, camera.focalLength)
    var low = SIMD2(Double.infinity, .infinity)
    var high = SIMD2(-Double.infinity, -.infinity)
    for corner in outline {
      let point = center + corner.x * right + corner.y * up
      guard point.z > PinholeCamera.nearest else { return nil }
      let seen = SIMD2(point.x, -point.y) * (focal / point.z)
      low = pointwiseMin(low, seen)
      high = pointwiseMax(high, seen)
    }
    guard low.x <= high.x else { return nil }
    return SignBox(
      x: Double(camera.width) / 2 + low.x, y: Double(camera.height) / 2 + low.y, width: high.x - low.x,
      height: high.y - low.y)
  }
}
