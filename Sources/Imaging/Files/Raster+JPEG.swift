extension Raster {
  /// Decodes a JPEG, baseline or progressive, grey, colour (YCbCr, RGB) or of four inks (CMYK, YCCK), turned as its EXIF
  /// data say.
  ///
  /// Colour at a lower resolution is interpolated and the cosine transform is the accurate one, as libjpeg has it by
  /// default. What libjpeg would mend with a warning is refused. Inks become sRGB values without a profile: each lets
  /// through the light that it does not take.
  /// - Parameters:
  ///   - bytes: the file, from its `SOI` marker.
  ///   - path: what errors call it.
  ///   - limits: how large the picture may be.
  /// - Throws: `ImageFileError`.
  init(decodingJPEG bytes: [UInt8], named path: String, limits: ImageFile.Limits) throws(ImageFileError) {
    let markers = JPEGMarkers(of: bytes)
    if markers.endsEarly { throw .truncated(path: path, length: bytes.count) }
    guard let decoder = JPEGDecoder(bytes) else { throw .unsupported(path: path, reason: "out of memory") }
    guard let header = decoder.header() else {
      throw .jpeg(decoder.complaint, markers, named: path, length: bytes.count)
    }
    try limits.check(path, width: header.width, height: header.height)
    guard var samples = decoder.samples(header) else {
      throw .jpeg(decoder.complaint, markers, named: path, length: bytes.count)
    }
    if header.isCMYK { Raster.mixInks(&samples, areInverted: markers.isAdobe) }
    let raster = Raster(width: header.width, height: header.height, samples: samples)
    self = raster.turned(markers.exif.flatMap(Orientation.init(exif:)) ?? .upright)
  }

  /// Cyan, magenta, yellow and black to red, green, blue and opaque, in place.
  /// - Parameter areInverted: whether 255 stands for no ink.
  private static func mixInks(_ samples: inout [UInt8], areInverted: Bool) {
    for pixel in stride(from: 0, to: samples.count, by: 4) {
      let light = (0..<4).map { Int(areInverted ? samples[pixel + $0] : 255 - samples[pixel + $0]) }
      for channel in 0..<3 { samples[pixel + channel] = UInt8((light[channel] * light[3] + 127) / 255) }
      samples[pixel + 3] = 255
    }
  }
}

extension ImageFileError {
  /// What libjpeg's complaint means.
  fileprivate static func jpeg(
    _ complaint: String, _ markers: JPEGMarkers, named path: String, length: Int
  ) -> ImageFileError {
    if complaint.hasPrefix("Premature end of JPEG file") { return .truncated(path: path, length: length) }
    if complaint.hasPrefix("Unsupported") || complaint.contains("not supported") || complaint.hasPrefix("Maximum") {
      return .unsupported(path: path, reason: complaint)
    }
    return .damagedData(path: path, reason: complaint, start: markers.imageData ?? 0)
  }
}
