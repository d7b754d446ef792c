import CPNGBridge

extension Raster {
  /// Decodes a PNG of any colour type, bit depth and interlacing, turned as its `eXIf` chunk says.
  ///
  /// Critical chunks must be whole; ancillary chunks other than transparency and orientation are skipped, sound or not.
  /// - Parameters:
  ///   - bytes: the file, from its signature.
  ///   - path: what errors call it.
  ///   - limits: how large the picture may be.
  /// - Throws: `ImageFileError`.
  init(decodingPNG bytes: [UInt8], named path: String, limits: ImageFile.Limits) throws(ImageFileError) {
    var size = stopline_png_size()
    var failure = stopline_png_failure()
    guard stopline_png_read_size(bytes, bytes.count, &size, &failure) == 1 else {
      throw failure.error(named: path)
    }
    let (width, height) = (Int(size.width), Int(size.height))
    try limits.check(path, width: width, height: height)
    var samples = [UInt8](repeating: 0, count: 4 * width * height)
    guard stopline_png_read_rgba(bytes, bytes.count, size, &samples, &failure) == 1 else {
      throw failure.error(named: path)
    }
    let raster = Raster(width: width, height: height, samples: samples)
    self = raster.turned(PNGChunks.exif(in: bytes).flatMap(Orientation.init(exif:)) ?? .upright)
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
