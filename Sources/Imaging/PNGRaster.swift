import CPNGBridge

/// A decoded PNG: 8-bit RGBA, straight alpha, interleaved `(height, width, 4)`.
struct PNGRaster {
  let width: Int
  let height: Int
  private let samples: [UInt8]

  /// Decodes a file of any colour type, bit depth and interlacing.
  ///
  /// Critical chunks must be whole; ancillary chunks other than transparency are skipped, sound or not.
  /// - Parameters:
  ///   - bytes: the file, from its signature.
  ///   - path: what errors call it.
  ///   - limits: how large the picture may be.
  /// - Throws: `ImageFileError`.
  init(decoding bytes: [UInt8], named path: String, limits: ImageFile.Limits) throws(ImageFileError) {
    var size = stopline_png_size()
    var failure = stopline_png_failure()
    guard stopline_png_read_size(bytes, bytes.count, &size, &failure) == 1 else {
      throw failure.error(named: path)
    }
    (width, height) = (Int(size.width), Int(size.height))
    // Both sides are below 2^31, so their product fits.
    guard width * height <= limits.pixels else {
      throw .tooLarge(path: path, width: width, height: height, limit: limits.pixels)
    }
    var samples = [UInt8](repeating: 0, count: 4 * width * height)
    guard stopline_png_read_rgba(bytes, bytes.count, size, &samples, &failure) == 1 else {
      throw failure.error(named: path)
    }
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

extension stopline_png_failure {
  /// libpng's message.
  var words: String {
    withUnsafeBytes(of: message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  fileprivate func error(named path: String) -> ImageFileError {
    truncated == 1
      ? .truncated(path: path, length: offset)
      : .malformed(path: path, reason: words, offset: offset)
  }
}
