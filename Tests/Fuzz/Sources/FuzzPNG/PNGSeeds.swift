/// PNG files to begin with.
enum PNGSeeds {
  /// One file of every colour type and depth, interlaced or not, with transparency and EXIF data.
  static let all: [[UInt8]] = PNGForge.ColorType.allCases.flatMap { colorType in
    colorType.bitDepths.flatMap { depth in
      [false, true].map { isInterlaced in
        let levels = 1 << depth
        var forge = PNGForge(width: 5, height: 3, colorType: colorType, bitDepth: depth) {
          (3 * $0 + 5 * $1 + $2) % levels
        }
        forge.isInterlaced = isInterlaced
        if colorType == .palette { forge.palette = (0..<levels).map { [UInt8($0), 7, 9] } }
        forge.transparency = colorType == .palette ? [0] : colorType == .gray ? [0, 1] : nil
        forge.afterData = [PNGForge.chunk("eXIf", ExifForge(order: .big).orientation(6))]
        return forge.bytes
      }
    }
  }

  /// The same chunks with right checksums: without them nothing behind a checksum would ever be reached.
  static func mended(_ file: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result = PNGForge.signature
    var rest = file.dropFirst(8)
    while rest.count >= 12 {
      let length = min(rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }, rest.count - 12)
      let body = rest.dropFirst(4)
      result += PNGForge.chunk(named: Array(body.prefix(4)), Array(body.dropFirst(4).prefix(length)))
      rest = rest.dropFirst(12 + length)
    }
    return result
  }
}
