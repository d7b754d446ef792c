/// Binary PPM, "P6" (the netpbm manual's `ppm` page), in which GTSRB delivers its photographs.
///
/// One picture a file; what follows it is left unread.
struct PPM {
  private let bytes: [UInt8]
  private let path: String
  private var position = 2

  private init(_ bytes: [UInt8], _ path: String) {
    self.bytes = bytes
    self.path = path
  }

  static let hash = UInt8(ascii: "#")

  /// White space as PPM has it: blank, tab, line feed, vertical tab, form feed, carriage return.
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Decodes a file that begins with "P6".
  /// - Parameters:
  ///   - bytes: the file.
  ///   - path: what errors call it.
  ///   - limits: how large the picture may be.
  /// - Throws: `ImageFileError`.
  static func decode(_ bytes: [UInt8], named path: String, limits: ImageFile.Limits) throws(ImageFileError) -> Image {
    var reader = PPM(bytes, path)
    let width = try reader.number("the width")
    let height = try reader.number("the height")
    let maximum = try reader.number("the largest value", upTo: 65_535)
    try reader.endHeader()
    // Each side has at most nine digits, so the product fits.
    guard width * height <= limits.pixels else {
      throw .tooLarge(path: path, width: width, height: height, limit: limits.pixels)
    }
    return try reader.picture(width: width, height: height, maximum: maximum)
  }

  private func malformed(_ reason: String) -> ImageFileError {
    position >= bytes.count
      ? .truncated(path: path, length: bytes.count)
      : .malformed(path: path, reason: reason, offset: position + 1)
  }

  /// The next whole number above 0, with the white space and comments before it.
  private mutating func number(_ name: String, upTo limit: Int = 999_999_999) throws(ImageFileError) -> Int {
    while position < bytes.count, PPM.isSpace(bytes[position]) || bytes[position] == PPM.hash {
      skipSpaceOrComment()
    }
    let start = position
    var value = 0
    while position < bytes.count, let digit = PPM.digit(bytes[position]), value <= limit {
      value = 10 * value + digit
      position += 1
    }
    if position == start { throw malformed("\(name) should be a number") }
    guard (1...limit).contains(value) else {
      throw .malformed(path: path, reason: "\(name) should be from 1 to \(limit)", offset: position)
    }
    return value
  }

  private mutating func skipSpaceOrComment() {
    if bytes[position] == PPM.hash {
      while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
    } else {
      position += 1
    }
  }

  /// One white-space byte stands between the header and the samples, which may themselves look like white space.
  private mutating func endHeader() throws(ImageFileError) {
    if position < bytes.count, bytes[position] == PPM.hash { skipSpaceOrComment() }
    guard position < bytes.count, PPM.isSpace(bytes[position]) else {
      throw malformed("white space should follow the header")
    }
    position += 1
  }

  private func picture(width: Int, height: Int, maximum: Int) throws(ImageFileError) -> Image {
    let plane = width * height
    let size = maximum < 256 ? 1 : 2
    guard bytes.count - position >= 3 * plane * size else { throw .truncated(path: path, length: bytes.count) }
    var image = Image(width: width, height: height)
    for index in 0..<3 * plane {
      let at = position + size * index
      let value = size == 1 ? Int(bytes[at]) : Int(bytes[at]) << 8 | Int(bytes[at + 1])
      if value > maximum {
        throw .malformed(path: path, reason: "a value is \(value), above the largest, \(maximum)", offset: at + size)
      }
      image.samples[index % 3 * plane + index / 3] = Float(value) / Float(maximum)
    }
    return image
  }

  private static func digit(_ byte: UInt8) -> Int? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
  }
}
