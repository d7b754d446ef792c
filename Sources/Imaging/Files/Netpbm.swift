/// PPM and PGM, binary and text (the netpbm manual's `ppm` and `pgm` pages): GTSRB delivers its photographs as "P6".
///
/// One picture a file; what follows it is left unread.
struct Netpbm {
  let bytes: [UInt8]
  let path: String
  let form: Form
  var position = 2

  /// What a file's first two letters say.
  struct Form {
    /// 3 for PPM, 1 for PGM.
    let channels: Int
    /// Whether samples are written out as numbers.
    let isText: Bool

    /// nil for another file.
    init?(of bytes: [UInt8]) {
      switch Netpbm.magic(of: bytes) {
      case "P2": (channels, isText) = (1, true)
      case "P3": (channels, isText) = (3, true)
      case "P5": (channels, isText) = (1, false)
      case "P6": (channels, isText) = (3, false)
      default: return nil
      }
    }
  }

  /// The two letters that a file of the netpbm formats begins with, if white space, a comment or nothing follows them.
  static func magic(of bytes: [UInt8]) -> String? {
    guard bytes.count >= 2, bytes[0] == UInt8(ascii: "P") else { return nil }
    guard bytes.count == 2 || isSpace(bytes[2]) || bytes[2] == hash else { return nil }
    return String(decoding: bytes[..<2], as: UTF8.self)
  }

  static let hash = UInt8(ascii: "#")

  /// White space as PPM has it: blank, tab, line feed, vertical tab, form feed, carriage return.
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Decodes a file of a known form.
  /// - Parameters:
  ///   - bytes: the file.
  ///   - path: what errors call it.
  ///   - limits: how large the picture may be.
  /// - Throws: `ImageFileError`.
  static func decode(_ bytes: [UInt8], named path: String, limits: ImageFile.Limits) throws(ImageFileError) -> Image {
    guard let form = Form(of: bytes) else { throw .notRead(path: path, FileContent(of: bytes)) }
    var reader = Netpbm(bytes: bytes, path: path, form: form)
    let width = try reader.number("the width", 1...999_999_999)
    let height = try reader.number("the height", 1...999_999_999)
    let maximum = try reader.number("the largest value", 1...65_535)
    try reader.endHeader()
    try limits.check(path, width: width, height: height)
    let count = form.channels * width * height
    let values = form.isText ? try reader.numbers(count, maximum) : try reader.samples(count, maximum)
    return form.image(width: width, height: height, of: values, maximum: maximum)
  }
}

extension Netpbm.Form {
  /// The picture of interleaved values `(height, width, channels)` from 0 to `maximum`.
  fileprivate func image(width: Int, height: Int, of values: [UInt16], maximum: Int) -> Image {
    let plane = width * height
    var image = Image(width: width, height: height)
    for channel in 0..<3 {
      let source = channels == 3 ? channel : 0
      for pixel in 0..<plane {
        image.samples[channel * plane + pixel] = Float(values[channels * pixel + source]) / Float(maximum)
      }
    }
    return image
  }
}
