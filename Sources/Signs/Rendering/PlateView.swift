import Imaging

/// How a sign's plate is seen by a camera: for every pixel, which texels it shows and how much of each.
///
/// The weights depend on the pose alone, so a picture is linear in the texture, and its adjoint hands the same weights
/// back.
struct PlateView: Sendable {
  /// From a place in the raster to `denominator`'s multiples of the texel coordinates, counted from the raster's middle
  /// pixel so that single precision is enough; rows of three: x, y, 1.
  private let column: SIMD3<Float>
  private let row: SIMD3<Float>
  private let denominator: SIMD3<Float>
  private let middle: SIMD2<Float>
  /// How many samples a pixel has along an axis, even.
  private let samples: Int
  /// How wide the part of a pixel is over which the samples are spread: 1, or less where only that part counts.
  private let footprint: Float
  let level: SignTexture.Level
  /// From texel coordinates to the plate's own: half widths of the plate from its centre, right and down.
  private let texelCenter: SIMD2<Float>
  private let halfWidth: Float
  /// Pixels outside of it show nothing of the plate; in the raster's pixels.
  let box: SignBox

  /// Nil when the plate is not wholly before the camera or shows it its edge or back.
  /// - Parameters:
  ///   - origin: the place of the frame, in pixels, where the raster's pixel (0, 0) begins.
  ///   - samples: how many samples a pixel has along an axis, even; nil chooses by the sign's size: many for a small
  ///     sign, so that its picture does not depend on where between the pixels it falls.
  ///   - footprint: over how much of a pixel's width the samples are spread.
  init?(
    face: SignFace, pose: SignPose, camera: PinholeCamera, origin: Point = Point(x: 0, y: 0), samples: Int? = nil,
    footprint: Float = 1
  ) {
    guard let box = face.projectedBox(at: pose, in: camera) else { return nil }
    let (normal, center) = (pose.normal, pose.center)
    let facing = (normal * center).sum()
    guard facing < 0 else { return nil }
    self.box = SignBox(x: box.x - origin.x - 1, y: box.y - origin.y - 1, width: box.width + 2, height: box.height + 2)
    let size = max(box.width, box.height)
    let count = samples ?? (size < 24 ? 8 : size < 200 ? 4 : 2)
    self.samples = count
    self.footprint = footprint
    let texels = max(face.physicalWidth, face.physicalHeight) * face.texelsPerMetre
    let number = face.texture.level(forSpacing: texels * Double(footprint) / (size * Double(count)))
    level = face.texture.levels[number]
    // A ray (x, y, 1) through the image meets the plate at t (ray), t = (normal . center) / (normal . ray), and the
    // plate's own coordinates are the products of t (ray) - center with its axes: ratios of linear functions.
    let scale = face.texelsPerMetre / Double(1 << number)
    let texelCenter = face.center / Double(1 << number)
    self.texelCenter = SIMD2<Float>(texelCenter)
    halfWidth = Float(face.physicalWidth / 2 * scale)
    let focal = camera.focalLength
    let middle = SIMD2((box.x + box.width / 2).rounded(), (box.y + box.height / 2).rounded())
    self.middle = SIMD2<Float>(middle - SIMD2(origin.x, origin.y))
    let (offsetX, offsetY) = (Double(camera.width) / 2 - middle.x, Double(camera.height) / 2 - middle.y)
    let inPixels = { (v: SIMD3<Double>) in
      SIMD3(v.x / focal, -v.y / focal, v.z - v.x * offsetX / focal + v.y * offsetY / focal)
    }
    let along = { (axis: SIMD3<Double>) in facing * inPixels(axis) - (axis * center).sum() * inPixels(normal) }
    let denominator = inPixels(normal)
    self.denominator = SIMD3<Float>(denominator)
    column = SIMD3<Float>(scale * along(pose.right) + texelCenter.x * denominator)
    row = SIMD3<Float>(texelCenter.y * denominator - scale * along(pose.up))
  }

  /// Calls `body` with the places of a pixel's samples between the texels, four at a time.
  @inline(__always)
  func forEachFourSamples(ofPixel x: Int, _ y: Int, _ body: (TexelPlaces) -> Void) {
    let step = footprint / Float(samples)
    let left = Float(x) - middle.x + 0.5 - 0.5 * footprint + 0.5 * step
    let top = Float(y) - middle.y + 0.5 - 0.5 * footprint + 0.5 * step
    for j in 0..<samples / 2 {
      let v = top + Float(2 * j) * step + step * SIMD4<Float>(0, 0, 1, 1)
      for i in 0..<samples / 2 {
        let u = left + Float(2 * i) * step + step * SIMD4<Float>(0, 1, 0, 1)
        let inverse = 1 / (denominator.x * u + denominator.y * v + denominator.z)
        body(
          TexelPlaces(
            level, x: (column.x * u + column.y * v + column.z) * inverse,
            y: (row.x * u + row.y * v + row.z) * inverse))
      }
    }
  }

  /// The mean of the texture over a pixel: light times coverage, coverage.
  /// - Parameter texels: the texels of the face's texture.
  @inline(__always)
  func mean(ofPixel x: Int, _ y: Int, texels: UnsafeBufferPointer<Light>) -> Light {
    var sum = Light.zero
    forEachFourSamples(ofPixel: x, y) { sum += texels.sum(at: $0) }
    return sum * sampleWeight
  }

  /// What one sample counts for in the mean of a pixel.
  var sampleWeight: Float { 1 / Float(samples * samples) }

  /// Where on the plate a pixel's middle is: half widths of the plate right of and below its centre.
  @inline(__always)
  func place(ofPixel x: Int, _ y: Int) -> SIMD2<Float> {
    let (u, v) = (Float(x) - middle.x + 0.5, Float(y) - middle.y + 0.5)
    let inverse = 1 / (denominator.x * u + denominator.y * v + denominator.z)
    let texel = SIMD2(column.x * u + column.y * v + column.z, row.x * u + row.y * v + row.z) * inverse
    return (texel - texelCenter) / halfWidth
  }
}
