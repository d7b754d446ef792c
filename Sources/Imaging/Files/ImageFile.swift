import Groundwork

/// Pictures in files: PNG, JPEG, PPM and PGM, told apart by what they begin with and never by their name.
///
/// Samples are taken as sRGB values as they stand: gamma, chromaticity and colour profile are not applied, and PNG's 16-bit
/// samples are rounded to the nearest 8-bit level. What EXIF says of the orientation is applied, in PNG and JPEG alike.
package enum ImageFile {
  /// Reads a picture.
  /// - Parameters:
  ///   - path: a PNG, JPEG, PPM or PGM file.
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
  ///   - path: a PNG, JPEG, PPM or PGM file.
  ///   - limits: how large it may be.
  /// - Returns: the colours as the file has them, and the straight alpha `(height, width)` in [0, 1], 1 opaque.
  /// - Throws: `ImageFileError`.
  package static func readTexture(
    _ path: String, limits: Limits = .default
  ) throws(ImageFileError) -> (image: Image, alpha: [Float]) {
    let bytes = try contents(path)
    if let raster = try raster(bytes, named: path, limits: limits) { return (raster.image, raster.alpha) }
    let image = try Netpbm.decode(bytes, named: path, limits: limits)
    return (image, [Float](repeating: 1, count: image.pixelCount))
  }

  /// A picture from a file's bytes.
  /// - Parameters:
  ///   - bytes: a whole PNG, JPEG, PPM or PGM file.
  ///   - path: what errors call it.
  ///   - limits: how large the picture may be.
  ///   - background: what transparent parts are laid over, mixed in sRGB values.
  /// - Throws: `ImageFileError`.
  package static func decode(
    _ bytes: [UInt8], named path: String, limits: Limits = .default, background: Color = .white
  ) throws(ImageFileError) -> Image {
    if let raster = try raster(bytes, named: path, limits: limits) { return raster.composed(over: background) }
    return try Netpbm.decode(bytes, named: path, limits: limits)
  }

  /// The picture of a format that has 8-bit levels and an orientation; nil for PPM and PGM, which have neither.
  private static func raster(
    _ bytes: [UInt8], named path: String, limits: Limits
  ) throws(ImageFileError) -> Raster? {
    switch Format(of: bytes) {
    case .png: return try Raster(decodingPNG: bytes, named: path, limits: limits)
    case .jpeg: return try Raster(decodingJPEG: bytes, named: path, limits: limits)
    case .netpbm: return nil
    case nil where bytes.isEmpty: throw .empty(path: path)
    case nil: throw .notRead(path: path, FileContent(of: bytes))
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
