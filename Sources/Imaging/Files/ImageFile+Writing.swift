import Groundwork

extension ImageFile {
  /// Writes a picture as a PNG of 8 bits a sample, RGB, or RGBA when there is an alpha plane.
  ///
  /// The same picture and text give the same bytes: one filter, one compression level, no time stamp.
  /// - Parameters:
  ///   - image: the picture; values outside [0, 1] are clamped.
  ///   - alpha: straight alpha `(height, width)` in [0, 1], 1 opaque; nil for an opaque picture.
  ///   - path: where it goes; an existing file is replaced.
  ///   - text: keywords of PNG (`Title`, `Software`, `Comment`, ...) and what they say, in any language.
  /// - Throws: `ImageFileError`; nothing half-written is left then.
  package static func writePNG(
    _ image: Image, alpha: [Float]? = nil, to path: String, text: [(String, String)] = [("Software", "Stopline")]
  ) throws(ImageFileError) {
    let bytes = try encodePNG(image, alpha: alpha, named: path, text: text)
    do {
      try WholeFile.write(bytes, to: path)
    } catch {
      throw .file(error)
    }
  }

  /// The bytes of the file that `writePNG` writes.
  /// - Parameters:
  ///   - image: the picture; values outside [0, 1] are clamped.
  ///   - alpha: straight alpha `(height, width)` in [0, 1], 1 opaque; nil for an opaque picture.
  ///   - path: what errors call it.
  ///   - text: keywords of PNG (1 to 79 printable ASCII characters) and what they say, in any language.
  /// - Throws: `ImageFileError`.
  package static func encodePNG(
    _ image: Image, alpha: [Float]? = nil, named path: String = "picture",
    text: [(String, String)] = [("Software", "Stopline")]
  ) throws(ImageFileError) -> [UInt8] {
    guard let alpha else {
      return try PNGEncoder(width: image.width, height: image.height, channels: 3)
        .encode(image.levels, text: text, named: path)
    }
    precondition(alpha.count == image.pixelCount, "an alpha plane has one value a pixel")
    return try PNGEncoder(width: image.width, height: image.height, channels: 4)
      .encode(interleaved(image.levels, alpha), text: text, named: path)
  }

  private static func interleaved(_ levels: [UInt8], _ alpha: [Float]) -> [UInt8] {
    var samples: [UInt8] = []
    samples.reserveCapacity(4 * alpha.count)
    for pixel in alpha.indices {
      samples.append(contentsOf: levels[3 * pixel..<3 * pixel + 3])
      samples.append(Image.level(alpha[pixel]))
    }
    return samples
  }
}
