/// A decoded picture as its file has it: 8-bit RGBA, straight alpha, interleaved `(height, width, 4)`.
struct Raster: Equatable {
  let width: Int
  let height: Int
  /// `(height, width, 4)`: red, green, blue and alpha, 255 opaque.
  let samples: [UInt8]

  /// - Precondition: `samples` holds `4 * height * width` bytes.
  init(width: Int, height: Int, samples: [UInt8]) {
    precondition(samples.count == 4 * width * height, "a raster has four bytes a pixel")
    self.width = width
    self.height = height
    self.samples = samples
  }

  /// The colours, transparent or not.
  var image: Image {
    let plane = width * height
    var image = Image(width: width, height: height)
    for pixel in 0..<plane {
      for channel in 0..<3 {
        image.samples[channel * plane + pixel] = Float(samples[4 * pixel + channel]) / 255
      }
    }
    return image
  }

  /// The straight alpha, `(height, width)` in [0, 1].
  var alpha: [Float] {
    (0..<width * height).map { Float(samples[4 * $0 + 3]) / 255 }
  }

  /// The picture over a background of one colour, mixed in sRGB values.
  func composed(over background: Color) -> Image {
    let plane = width * height
    let behind = [background.red, background.green, background.blue]
    var image = image
    for pixel in 0..<plane where samples[4 * pixel + 3] < 255 {
      let alpha = Float(samples[4 * pixel + 3]) / 255
      for channel in 0..<3 {
        let at = channel * plane + pixel
        image.samples[at] = image.samples[at] * alpha + behind[channel] * (1 - alpha)
      }
    }
    return image
  }
}
