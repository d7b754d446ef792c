/// One marker of a JPEG file and what belongs to it (ITU-T T.81, B.1.1).
struct JPEGSegment {
  /// The marker's second byte.
  let marker: UInt8
  let payload: ArraySlice<UInt8>

  static let startOfScan: UInt8 = 0xDA
  static let application1: UInt8 = 0xE1
  static let application14: UInt8 = 0xEE

  /// What stands at a place in a file.
  enum Found {
    case segment(JPEGSegment)
    /// The file ends before the segment does.
    case endOfFile
    /// Something else, or a marker without a length.
    case noSegment
  }

  /// Reads the segment that begins at `position`, which may have bytes of 0xFF before it to fill.
  static func next(at position: Int, in file: [UInt8]) -> Found {
    var position = position
    guard position < file.count else { return .endOfFile }
    guard file[position] == 0xFF else { return .noSegment }
    while position < file.count, file[position] == 0xFF { position += 1 }
    guard position < file.count else { return .endOfFile }
    let marker = file[position]
    // TEM, RST0 to RST7, SOI and EOI stand alone; 0 is no marker.
    if marker <= 0x01 || (0xD0...0xD9).contains(marker) { return .noSegment }
    let start = position + 1
    guard let length = ByteOrder.bigEndian.number(ofSize: 2, at: start, in: file[...]) else { return .endOfFile }
    guard length >= 2 else { return .noSegment }
    guard start + length <= file.count else { return .endOfFile }
    return .segment(JPEGSegment(marker: marker, payload: file[start + 2..<start + length]))
  }
}
