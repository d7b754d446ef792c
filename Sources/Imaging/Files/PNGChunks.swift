/// Finds the orientation among a PNG's chunks; libpng, which decodes the rest, skips it.
enum PNGChunks {
  /// The longest `eXIf` that is looked into: as much as JPEG, for which its content is made, can hold.
  private static let longest = 1 << 16

  /// What the first sound `eXIf` chunk holds (PNG, third edition, 11.3.4.5); nil where there is none.
  static func exif(in file: [UInt8]) -> ArraySlice<UInt8>? {
    var rest = file.dropFirst(8)
    // Length, name, payload, checksum.
    while let length = ByteOrder.bigEndian.number(ofSize: 4, at: 0, in: rest), length <= rest.count - 12 {
      let body = rest.dropFirst(4).prefix(4 + length)
      if body.starts(with: "eXIf".utf8), length <= longest,
        ByteOrder.bigEndian.number(ofSize: 4, at: 8 + length, in: rest) == Int(checksum(of: body))
      {
        return body.dropFirst(4)
      }
      rest = rest.dropFirst(12 + length)
    }
    return nil
  }

  /// CRC-32 over a chunk's name and payload (PNG, third edition, annex D).
  private static func checksum(of body: ArraySlice<UInt8>) -> UInt32 {
    var register = UInt32.max
    for byte in body {
      register ^= UInt32(byte)
      for _ in 0..<8 { register = register & 1 == 1 ? 0xEDB8_8320 ^ register >> 1 : register >> 1 }
    }
    return ~register
  }
}
