import Imaging

/// How a sign's plate is seen by a camera: for every pixel, which texels it shows and how much of each.
///
/// The weights depend on the pose alone, so a picture is linear in the texture, and its adjoint hands the same weights
/// back.
struct PlateView: Sendable {
  /// From a place in the image to `denominator`'s multiples of the texel coordinates; rows of three: x, y, 1.
  private let column: SIMD3<Double>
  private let row: SIMD3<Double>
  private let denominator: SIMD3<Double>
  /// How many samples a pixel has along an axis.
  private let samples: Int
  private let level: SignTexture.Level
  /// Pixels outside of it show nothing of the plate.
  let box: SignBox

  /// Nil when the plate is not wholly before the camera or shows it its edge or back.
  init?(face: SignFace, pose: SignPose, camera: PinholeCamera) {
    guard let box = face.projectedBox(at: pose, in: camera) else { return nil }
    let (normal, center) = (pose.normal, pose.center)
    let facing = (normal * center).sum()
    guard facing < 0 else { return nil }
    self.box = SignBox(x: box.x - 1, y: box.y - 1, width: box.width + 2, height: box.height + 2)
    let size = max(box.width, box.height)
    samples = size < 24 ? 8 : size < 64 ? 4 : size < 200 ? 3 : 2
    let texels = max(face.physicalWidth, face.physicalHeight) * face.texelsPerMetre
    let number = face.texture.level(forSpacing: texels / (size * Double(samples)))
    level = face.texture.levels[number]
    // A ray (x, y, 1) through the image meets the plate at t (ray), t = (normal . center) / (normal . ray), and the
    // plate's own coordinates are the products of t (ray) - center with its axes: ratios of linear functions.
    let scale = face.texelsPerMetre / Double(1 << number)
    let middle = face.center / Double(1 << number)
    let focal = camera.focalLength
    let (halfWidth, halfHeight) = (Double(camera.width) / 2, Double(camera.height) / 2)
    let inPixels = { (v: SIMD3<Double>) in
      SIMD3(v.x / focal, -v.y / focal, v.z - v.x * halfWidth / focal + v.y * halfHeight / focal)
    }
    let along = { (axis: SIMD3<Double>) in facing * inPixels(axis) - (axis * center).sum() * inPixels(normal) }
    denominator = inPixels(normal)
    column = scale * along(pose.right) + middle.x * denominator
    row = middle.y * denominator - scale * along(pose.up)
  }

  /// The mean of the texture over a pixel: light times coverage, coverage.
  /// - Parameter texels: the texels of the face's texture.
  @inline(__always)
  func mean(ofPixel x: Int, _ y: Int, texels: UnsafeBufferPointer<Light>) -> Light {
    var sum = Light.zero
    let step = 1 / Double(samples)
    for j in 0..<samples {
      let v = Double(y) + (Double(j) + 0.5) * step
      for i in 0..<samples {
        let u = Double(x) + (Double(i) + 0.5) * step
        let inverse = 1 / (denominator.x * u + denominator.y * v + denominator.z)
        let across = (column.x * u + column.y * v + column.z) * inverse
        let down = (row.x * u + row.y * v + row.z) * inverse
        sum += texels.sample(level, x: Float(across), y: Float(down))
      }
    }
    return sum / Float(samples * samples)
  }
}
