import Imaging

/// What is printed on a sign's plate, and how large the plate is.
///
/// The plate is what is opaque; transparent margins around it have no extent, so `physicalWidth` is that of the plate.
package struct SignFace: Sendable {
  /// How wide the plate is, in metres.
  package let physicalWidth: Double
  /// How high the plate is, in metres.
  package let physicalHeight: Double
  /// The corners of the plate's convex hull, anticlockwise: metres right of and above the plate's centre.
  package let outline: [SIMD2<Double>]

  let texture: SignTexture
  /// How many texels of the texture's finest level are a metre.
  let texelsPerMetre: Double
  /// Where the plate's centre is, in texels of the finest level from its top left corner.
  let center: SIMD2<Double>

  /// The longest side at which a picture is kept where nothing else is asked for, in pixels.
  package static let longestSide = 1024

  /// A face from its picture; nil when nothing of it is opaque.
  /// - Parameters:
  ///   - image: the face in sRGB values.
  ///   - alpha: its straight coverage `(height, width)` in [0, 1], 1 opaque.
  ///   - physicalWidth: how wide the opaque part is, in metres.
  ///   - longestSide: how large the picture is kept, in pixels; a larger one is halved until it fits.
  /// - Precondition: there is an alpha for every pixel, and `physicalWidth` and `longestSide` are positive.
  package init?(
    image: Image, alpha: [Float], physicalWidth: Double, longestSide: Int = SignFace.longestSide
  ) {
    precondition(alpha.count == image.pixelCount, "a face has one alpha a pixel")
    precondition(physicalWidth > 0 && physicalWidth.isFinite, "a sign has a width")
    precondition(longestSide > 0, "a face has pixels")
    texture = SignTexture(image: image, alpha: alpha, longestSide: longestSide)
    let hull = SignFace.hull(of: texture)
    guard let box = SignBox(around: hull.map { Point(x: $0.x, y: $0.y) }) else { return nil }
    let center = SIMD2(box.x + box.width / 2, box.y + box.height / 2)
    let scale = box.width / physicalWidth
    self.center = center
    self.physicalWidth = physicalWidth
    physicalHeight = box.height / scale
    texelsPerMetre = scale
    outline = hull.map { SIMD2(($0.x - center.x) / scale, (center.y - $0.y) / scale) }
  }

  /// A face that fills its picture.
  /// - Precondition: `physicalWidth` is positive.
  package init(image: Image, physicalWidth: Double) {
    let alpha = [Float](repeating: 1, count: image.pixelCount)
    guard let face = SignFace(image: image, alpha: alpha, physicalWidth: physicalWidth) else {
      preconditionFailure("a face without transparency is opaque")
    }
    self = face
  }

  /// The convex hull of the texels that are at least half covered, in texels (Andrew's monotone chain).
  private static func hull(of texture: SignTexture) -> [SIMD2<Double>] {
    let level = texture.levels[0]
    var points: [SIMD2<Double>] = []
    for row in 0..<level.height {
      let start = level.start + (row + 1) * (level.width + 2) + 1
      let covered = (0..<level.width).filter { texture.texels[start + $0].w >= 0.5 }
      guard let first = covered.first, let last = covered.last else { continue }
      for y in [Double(row), Double(row + 1)] { points += [SIMD2(Double(first), y), SIMD2(Double(last + 1), y)] }
    }
    points.sort { ($0.x, $0.y) < ($1.x, $1.y) }
    let half = { (points: [SIMD2<Double>]) in
      var chain: [SIMD2<Double>] = []
      for point in points {
        while chain.count >= 2 {
          let (a, b) = (chain[chain.count - 1] - chain[chain.count - 2], point - chain[chain.count - 2])
          if a.x * b.y - a.y * b.x > 0 { break }
          chain.removeLast()
        }
        chain.append(point)
      }
      return Array(chain.dropLast())
    }
    return half(points) + half(points.reversed())
  }
}
