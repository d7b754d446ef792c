/// How the bytes of a number stand in a file.
enum ByteOrder {
  /// The highest first, as in PNG, JPEG and "MM" EXIF.
  case bigEndian
  /// The lowest first, as in "II" EXIF.
  case littleEndian

  /// An unsigned number of `size` bytes (1 to 4) that begins `offset` bytes into `bytes`; nil where it does not lie
  /// in them.
  func number(ofSize size: Int, at offset: Int, in bytes: ArraySlice<UInt8>) -> Int? {
    guard offset >= 0, offset <= bytes.count - size else { return nil }
    let start = bytes.startIndex + offset
    let digits = bytes[start..<start + size]
    switch self {
    case .bigEndian: return digits.reduce(0) { $0 << 8 | Int($1) }
    case .littleEndian: return digits.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
  }
}
