import CPNGBridge

/// Makes PNG files of 8 bits a sample.
struct PNGEncoder {
  let width: Int
  let height: Int
  /// 3 for RGB, 4 for RGBA with straight alpha.
  let channels: Int

  /// - Parameters:
  ///   - samples: interleaved `(height, width, channels)`.
  ///   - text: keywords of 1 to 79 printable ASCII characters and what they say.
  ///   - path: what errors call the file.
  /// - Throws: `ImageFileError.notEncoded`, when memory runs out, say.
  func encode(_ samples: [UInt8], text: [(String, String)], named path: String) throws(ImageFileError) -> [UInt8] {
    precondition(samples.count == width * height * channels, "a picture has one sample a pixel and channel")
    guard let wide = UInt32(exactly: width), let high = UInt32(exactly: height) else {
      throw .notEncoded(path: path, reason: "it is too large")
    }
    var file = stopline_png_file()
    var failure = stopline_png_failure()
    let succeeded = PNGEncoder.pairs(text).withUnsafeBufferPointer { pairs in
      stopline_png_write(
        samples, stopline_png_size(width: wide, height: high), Int32(channels), pairs.baseAddress, text.count,
        &file, &failure)
    }
    guard succeeded == 1 else { throw .notEncoded(path: path, reason: failure.words) }
    defer { stopline_png_release(&file) }
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }

  /// Keywords and texts, each ended by a zero byte, which none may hold.
  private static func pairs(_ text: [(String, String)]) -> [CChar] {
    text.flatMap { keyword, content in
      precondition(
        (1...79).contains(keyword.utf8.count) && keyword.utf8.allSatisfy { (0x20..<0x7F).contains($0) },
        "a PNG keyword has 1 to 79 printable ASCII characters")
      return (Array(keyword.utf8) + [0] + content.utf8.filter { $0 != 0 } + [0]).map { CChar(bitPattern: $0) }
    }
  }
}
