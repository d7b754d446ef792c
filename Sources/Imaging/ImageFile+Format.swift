extension ImageFile {
  /// The formats that are read.
  enum Format {
    case png
    case ppm

    /// Recognises a file by its first bytes.
    /// - Throws: `ImageFileError` when it is empty or something else.
    init(of bytes: [UInt8], named path: String) throws(ImageFileError) {
      if bytes.isEmpty { throw .empty(path: path) }
      // Half of PNG's signature is enough, so that one cut or mangled after it is called a damaged PNG.
      if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
        self = .png
      } else if bytes.starts(with: Array("P6".utf8)), bytes.count == 2 || PPM.isSpace(bytes[2]) || bytes[2] == PPM.hash
      {
        self = .ppm
      } else {
        throw .unknownFormat(path: path, content: Format.description(of: bytes))
      }
    }

    /// Beginnings of files that people take for PNG or PPM.
    private static let others: [(beginning: [UInt8], name: String)] = [
      ([0xFF, 0xD8, 0xFF], "a JPEG file"),
      (Array("GIF8".utf8), "a GIF file"),
      (Array("BM".utf8), "a BMP file"),
      (Array("RIFF".utf8), "a WebP file"),
      (Array("<svg".utf8), "an SVG drawing"),
      (Array("P3".utf8), "a PPM file in text form"),
      (Array("P5".utf8), "a grey PGM file"),
    ]

    private static func description(of bytes: [UInt8]) -> String {
      if let other = others.first(where: { bytes.starts(with: $0.beginning) }) { return "it is \(other.name)" }
      let beginning = bytes.prefix(12)
      let line = beginning.prefix { $0 != 0x0A && $0 != 0x0D }
      if !line.isEmpty && line.allSatisfy({ (0x20..<0x7F).contains($0) }) {
        return "it begins with '\(String(decoding: line, as: UTF8.self))'"
      }
      let codes = beginning.prefix(4).map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
      return "it begins with the bytes \(codes.joined(separator: " "))"
    }
  }
}
