import Imaging

/// A sign's face as light, made ready to be seen at any size: linear light times coverage, with coverage, at full size
/// and halved again and again.
///
/// Every level has a border of one empty texel, so that beyond the face there is nothing and no case apart.
struct SignTexture: Sendable {
  /// One size of the texture.
  struct Level: Sendable {
    let width: Int
    let height: Int
    /// Where its border's first texel stands in `texels`; rows are `width + 2` long.
    let start: Int
  }

  let levels: [Level]
  /// All levels, finest first: (red, green, blue) times coverage, coverage.
  let texels: [Light]

  /// - Parameters:
  ///   - image: the face in sRGB values.
  ///   - alpha: its straight coverage `(height, width)` in [0, 1].
  ///   - longestSide: how large the finest level may be, in texels; a larger picture is halved until it fits.
  init(image: Image, alpha: [Float], longestSide: Int) {
    var current = SignTexture.light(of: image, alpha: alpha)
    var (width, height) = (image.width, image.height)
    while max(width, height) > longestSide {
      (current, width, height) = SignTexture.halved(current, width: width, height: height)
    }
    var levels: [Level] = []
    var texels: [Light] = []
    while true {
      levels.append(Level(width: width, height: height, start: texels.count))
      let empty = [Light](repeating: .zero, count: width + 2)
      texels += empty
      for row in 0..<height {
        texels.append(.zero)
        texels += current[row * width..<(row + 1) * width]
        texels.append(.zero)
      }
      texels += empty
      if width == 1 && height == 1 { break }
      (current, width, height) = SignTexture.halved(current, width: width, height: height)
    }
    self.levels = levels
    self.texels = texels
  }

  /// Linear light times coverage, with coverage, for every pixel.
  private static func light(of image: Image, alpha: [Float]) -> [Light] {
    let plane = image.pixelCount
    return [Light](unsafeUninitializedCapacity: plane) { texels, count in
      // Faces are of few colours, so most pixels have their neighbour's, and powers take long.
      var (color, light) = (SIMD3<Float>(-1, -1, -1), Light.zero)
      for at in 0..<plane {
        let own = SIMD3(image.samples[at], image.samples[plane + at], image.samples[2 * plane + at])
        if own != color {
          color = own
          light = Light(decoded(own.x), decoded(own.y), decoded(own.z), 1)
        }
        texels[at] = light * alpha[at]
      }
      count = plane
    }
  }

  private static func decoded(_ value: Float) -> Float { LinearLight.decode(min(max(value, 0), 1)) }

  /// The mean of every two by two texels; beyond an odd side there is nothing.
  private static func halved(_ texels: [Light], width: Int, height: Int) -> ([Light], Int, Int) {
    let (half, halfHeight) = ((width + 1) / 2, (height + 1) / 2)
    var result = [Light](repeating: .zero, count: half * halfHeight)
    for y in 0..<height {
      for x in 0..<width { result[y / 2 * half + x / 2] += 0.25 * texels[y * width + x] }
    }
    return (result, half, halfHeight)
  }

  /// The coarsest level whose texels are no larger than `spacing` texels of the finest.
  func level(forSpacing spacing: Double) -> Int {
    guard spacing > 1 else { return 0 }
    return min(levels.count - 1, Int(spacing.exponent))
  }
}
