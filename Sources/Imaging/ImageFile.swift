import Groundwork

/// Pictures in files: PNG and binary PPM (P6), told apart by what they begin with and never by their name.
///
/// Samples are taken as sRGB values as they stand: a PNG's gamma, chromaticity and colour profile are not applied, and
/// 16-bit samples are rounded to the nearest 8-bit level.
package enum ImageFile {
  /// How large a picture may be.
  package struct Limits: Sendable {
    /// The most pixels, checked against the header before memory is taken for them.
    package var pixels: Int

    package init(pixels: Int) {
      self.pixels = pixels
    }

    /// 64 megapixels: 8192 x 8192.
    package static let `default` = Limits(pixels: 1 << 26)
  }

  /// Reads a picture.
  /// - Parameters:
  ///   - path: a PNG or P6 file.
  ///   - limits: how large it may be.
  ///   - background: what transparent parts are laid over, mixed in sRGB values.
  /// - Throws: `ImageFileError`.
  package static func read(
    _ path: String, limits: Limits = .default, background: Color = .white
  ) throws(ImageFileError) -> Image {
    try decode(contents(path), named: path, limits: limits, background: background)
  }

  /// Reads a picture and its transparency apart, for sign faces.
  /// - Parameters:
  ///   - path: a PNG or P6 file.
  ///   - limits: how large it may be.
  /// - Returns: the colours as the file has them, and the straight alpha `(height, width)` in [0, 1], 1 opaque.
  /// - Throws: `ImageFileError`.
  package static func readTexture(
    _ path: String, limits: Limits = .default
  ) throws(ImageFileError) -> (image: Image, alpha: [Float]) {
    let bytes = try contents(path)
    switch try Format(of: bytes, named: path) {
    case .png:
      let raster = try PNGRaster(decoding: bytes, named: path, limits: limits)
      return (raster.image, raster.alpha)
    case .ppm:
      let image = try PPM.decode(bytes, named: path, limits: limits)
      return (image, [Float](repeating: 1, count: image.pixelCount))
    }
  }

  /// A picture from a file's bytes.
  /// - Parameters:
  ///   - bytes: a whole PNG or P6 file.
  ///   - path: what errors call it.
  ///   - limits: how large the picture may be.
  ///   - background: what transparent parts are laid over, mixed in sRGB values.
  /// - Throws: `ImageFileError`.
  package static func decode(
    _ bytes: [UInt8], named path: String, limits: Limits = .default, background: Color = .white
  ) throws(ImageFileError) -> Image {
    switch try Format(of: bytes, named: path) {
    case .png: try PNGRaster(decoding: bytes, named: path, limits: limits).composed(over: background)
    case .ppm: try PPM.decode(bytes, named: path, limits: limits)
    }
  }

  private static func contents(_ path: String) throws(ImageFileError) -> [UInt8] {
    do {
      return try WholeFile.read(path)
    } catch {
      throw .file(error)
    }
  }
}
