extension Orientation {
  /// The orientation that EXIF data name; nil where they name none or are not as the format has them.
  ///
  /// Only the first directory is read, in which the tag belongs, and only once: no offset is followed further, so data
  /// that point at themselves or outside do no harm.
  /// - Parameter exif: a TIFF header and what it points to (CIPA DC-008, 4.5), with or without JPEG's `Exif` before it.
  init?(exif: ArraySlice<UInt8>) {
    let tiff = exif.starts(with: JPEGMarkers.exifIdentifier) ? exif.dropFirst(JPEGMarkers.exifIdentifier.count) : exif
    let order: ByteOrder
    if tiff.starts(with: "II".utf8) {
      order = .littleEndian
    } else if tiff.starts(with: "MM".utf8) {
      order = .bigEndian
    } else {
      return nil
    }
    guard order.number(ofSize: 2, at: 2, in: tiff) == 42,
      let directory = order.number(ofSize: 4, at: 4, in: tiff),
      let count = order.number(ofSize: 2, at: directory, in: tiff)
    else { return nil }
    let tag = 0x0112
    let entries = (0..<count).lazy.map { directory + 2 + 12 * $0 }
    guard let entry = entries.first(where: { order.number(ofSize: 2, at: $0, in: tiff) == tag }),
      order.number(ofSize: 2, at: entry + 2, in: tiff) == 3,  // SHORT
      order.number(ofSize: 4, at: entry + 4, in: tiff) == 1,
      let value = order.number(ofSize: 2, at: entry + 8, in: tiff)
    else { return nil }
    self.init(rawValue: value)
  }
}
