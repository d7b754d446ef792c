/// Makes PNG files of every colour type, bit depth and interlacing, sound or broken on purpose, without libpng.
///
/// Image data is stored, not compressed, and unfiltered, so that bytes can be found and changed.
package struct PNGForge {
  package enum ColorType: Int, CaseIterable, Sendable {
    case gray = 0
    case rgb = 2
    case palette = 3
    case grayAlpha = 4
    case rgba = 6

    package var channels: Int {
      switch self {
      case .gray, .palette: 1
      case .grayAlpha: 2
      case .rgb: 3
      case .rgba: 4
      }
    }

    package var bitDepths: [Int] {
      switch self {
      case .gray: [1, 2, 4, 8, 16]
      case .palette: [1, 2, 4, 8]
      case .rgb, .grayAlpha, .rgba: [8, 16]
      }
    }
  }

  package var width: Int
  package var height: Int
  package var colorType: ColorType
  package var bitDepth: Int
  package var isInterlaced = false
  /// Red, green and blue of each palette entry.
  package var palette: [[UInt8]] = []
  /// The payload of a `tRNS` chunk.
  package var transparency: [UInt8]?
  /// Whole chunks that stand before the palette.
  package var afterHeader: [[UInt8]] = []
  /// Whole chunks that stand after the image data.
  package var afterData: [[UInt8]] = []
  /// The sample at (x, y, channel), in the file's own depth.
  package var sample: (_ x: Int, _ y: Int, _ channel: Int) -> Int

  package init(
    width: Int, height: Int, colorType: ColorType, bitDepth: Int = 8,
    sample: @escaping (_ x: Int, _ y: Int, _ channel: Int) -> Int = { x, y, c in (37 * x + 59 * y + 83 * c) % 256 }
  ) {
    self.width = width
    self.height = height
    self.colorType = colorType
    self.bitDepth = bitDepth
    self.sample = sample
  }

  /// The whole file.
  package var bytes: [UInt8] {
    var chunks = [Self.signature, header] + afterHeader
    if !palette.isEmpty { chunks.append(Self.chunk("PLTE", palette.flatMap { $0 })) }
    if let transparency { chunks.append(Self.chunk("tRNS", transparency)) }
    chunks.append(Self.chunk("IDAT", Self.zlibStored(scanlines)))
    return Array((chunks + afterData + [Self.chunk("IEND", [])]).joined())
  }

  package static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// The header chunk.
  package var header: [UInt8] {
    Self.chunk(
      "IHDR",
      Self.bigEndian(UInt32(width)) + Self.bigEndian(UInt32(height))
        + [UInt8(bitDepth), UInt8(colorType.rawValue), 0, 0, isInterlaced ? 1 : 0])
  }

  /// A chunk with its checksum, or with a wrong one.
  package static func chunk(_ name: String, _ payload: [UInt8], checksumChange: UInt32 = 0) -> [UInt8] {
    chunk(named: Array(name.utf8), payload, checksumChange: checksumChange)
  }

  /// A chunk of any four bytes' name.
  package static func chunk(named name: [UInt8], _ payload: [UInt8], checksumChange: UInt32 = 0) -> [UInt8] {
    let body = name + payload
    return bigEndian(UInt32(payload.count)) + body + bigEndian(crc32(body) ^ checksumChange)
  }

  package static func bigEndian(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
  }

  private var scanlines: [UInt8] {
    // Adam7: where each pass begins and how it steps (PNG specification, section 8.2).
    let passes =
      isInterlaced
      ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
      : [(0, 0, 1, 1)]
    return passes.flatMap { x0, y0, dx, dy -> [UInt8] in
      guard x0 < width else { return [] }
      return stride(from: y0, to: height, by: dy).flatMap { y in
        [0]
          + packed(
            stride(from: x0, to: width, by: dx).flatMap { x in
              (0..<colorType.channels).map { sample(x, y, $0) }
            })
      }
    }
  }

  /// Samples side by side, the first in the highest bits.
  private func packed(_ samples: [Int]) -> [UInt8] {
    if bitDepth == 16 { return samples.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } }
    let perByte = 8 / bitDepth
    return stride(from: 0, to: samples.count, by: perByte).map { start in
      (0..<perByte).reduce(UInt8(0)) { byte, place in
        let value = start + place < samples.count ? samples[start + place] : 0
        return byte | UInt8(value) << UInt8(8 - bitDepth * (place + 1))
      }
    }
  }

  private static func zlibStored(_ data: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var rest = data[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      let count = UInt16(block.count)
      stream += [rest.isEmpty ? 1 : 0, UInt8(count & 0xFF), UInt8(count >> 8)]
      stream += [UInt8(~count & 0xFF), UInt8(~count >> 8)]
      stream += block
    } while !rest.isEmpty
    var (a, b) = (UInt32(1), UInt32(0))
    for byte in data {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return stream + bigEndian(b << 16 | a)
  }

  private static let crcTable: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { crcTable[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
  }
}
