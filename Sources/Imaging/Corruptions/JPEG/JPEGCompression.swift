import Groundwork

extension Corruptions {
  /// What a baseline JPEG file keeps of a picture (ITU-T T.81): colour at half resolution (4:2:0), cosine coefficients
  /// of 8 x 8 blocks rounded to multiples. Only the arithmetic is done; there is no file.
  package struct JPEG: Corruption {
    /// The quality as the Independent JPEG Group's library counts it, 1 to 100.
    package var quality: Int

    package func corrupted(_ image: Image, using stream: inout RandomStream) -> Image {
      let levels = image.roundedToEightBits
      let (luma, blue, red) = ColorDifference.components(of: levels)
      let luminance = JPEGQuantization.luminance(quality: quality)
      let chrominance = JPEGQuantization.chrominance(quality: quality)
      let kept = (
        luma.throughBlocks(luminance),
        blue.halved.throughBlocks(chrominance).doubled(toWidth: image.width, height: image.height),
        red.halved.throughBlocks(chrominance).doubled(toWidth: image.width, height: image.height)
      )
      return ColorDifference.image(luma: kept.0, blue: kept.1, red: kept.2)
    }
  }
}

/// Luma and colour differences in levels from 0 to 255 (JFIF 1.02: BT.601, full range, differences about 128).
enum ColorDifference {
  static func components(of image: Image) -> (luma: ScalarField, blue: ScalarField, red: ScalarField) {
    let planes = (0..<3).map { image.plane($0).values }
    func component(_ red: Float, _ green: Float, _ blue: Float, _ offset: Float) -> ScalarField {
      let values = planes[0].indices.map {
        (255 * (red * planes[0][$0] + green * planes[1][$0] + blue * planes[2][$0]) + offset).rounded()
      }
      return ScalarField(width: image.width, height: image.height, values: values)
    }
    return (
      component(0.299, 0.587, 0.114, 0), component(-0.168736, -0.331264, 0.5, 128),
      component(0.5, -0.418688, -0.081312, 128)
    )
  }

  /// The picture, on 8-bit levels.
  static func image(luma: ScalarField, blue: ScalarField, red: ScalarField) -> Image {
    var planes = [luma, luma, luma]
    for place in luma.values.indices {
      let (cb, cr) = (blue.values[place] - 128, red.values[place] - 128)
      planes[0].values[place] += 1.402 * cr
      planes[1].values[place] += -0.344136 * cb - 0.714136 * cr
      planes[2].values[place] += 1.772 * cb
    }
    let levels = planes.map { $0.map { $0.rounded() / 255 } }
    return Image(red: levels[0], green: levels[1], blue: levels[2])
  }
}
