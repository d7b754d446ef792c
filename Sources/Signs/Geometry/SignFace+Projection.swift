import Imaging

extension SignFace {
  /// The smallest upright box around the plate in the photograph, as a perfect detector would draw it; nil when a part
  /// of the plate is not before the camera. The box may reach outside the frame.
  package func projectedBox(at pose: SignPose, in camera: PinholeCamera) -> SignBox? {
    let corners = outline.compactMap { camera.project(pose.point($0)) }
    return corners.count == outline.count ? SignBox(around: corners) : nil
  }

  /// The corners of the rectangle around the unturned plate, where they are seen: top left, top right, bottom right,
  /// bottom left of the plate; nil when one is not before the camera.
  package func projectedCorners(at pose: SignPose, in camera: PinholeCamera) -> [Point]? {
    let (x, y) = (physicalWidth / 2, physicalHeight / 2)
    let corners = [SIMD2(-x, y), SIMD2(x, y), SIMD2(x, -y), SIMD2(-x, -y)].compactMap {
      camera.project(pose.point($0))
    }
    return corners.count == 4 ? corners : nil
  }
}
