import CJPEG

/// TurboJPEG's decoder for one file. Its calls return codes: the jumps by which libjpeg reports errors stay in the library.
struct JPEGDecoder: ~Copyable {
  private let handle: tjhandle
  private let file: [UInt8]

  /// What a header says.
  struct Header {
    let width: Int
    let height: Int
    /// Whether the samples are four inks: CMYK, or YCCK, which is decoded to it.
    let isCMYK: Bool
  }

  /// nil when memory has run out.
  init?(_ file: [UInt8]) {
    guard let handle = tjInitDecompress() else { return nil }
    self.handle = handle
    self.file = file
  }

  deinit {
    tjDestroy(handle)
  }

  /// What the last failed call complains of, in libjpeg's words.
  var complaint: String { String(cString: tjGetErrorStr2(handle)) }

  /// Reads what stands before the image data; nil when it is not as JPEG has it.
  borrowing func header() -> Header? {
    var (width, height, subsampling, space) = (Int32(0), Int32(0), Int32(0), Int32(-1))
    // The code is left alone: it also stands for ratios of subsampling that have no name, and they can be decoded.
    _ = tjDecompressHeader3(handle, file, UInt(file.count), &width, &height, &subsampling, &space)
    guard width > 0, height > 0, space >= 0 else { return nil }
    let isCMYK = space == Int32(TJCS_CMYK.rawValue) || space == Int32(TJCS_YCCK.rawValue)
    return Header(width: Int(width), height: Int(height), isCMYK: isCMYK)
  }

  /// Decodes the picture to four bytes a pixel: red, green, blue and 255, or cyan, magenta, yellow and black as stored.
  /// - Returns: `(height, width, 4)`, or nil when the image data are damaged.
  borrowing func samples(_ header: Header) -> [UInt8]? {
    let format = header.isCMYK ? TJPF_CMYK : TJPF_RGBA
    // A file of few bytes may ask for any number of passes over a large picture; the limit is TurboJPEG's, 500.
    let flags = TJFLAG_ACCURATEDCT | TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS
    var samples = [UInt8](repeating: 0, count: 4 * header.width * header.height)
    let status = tjDecompress2(
      handle, file, UInt(file.count), &samples, Int32(header.width), Int32(4 * header.width), Int32(header.height),
      Int32(format.rawValue), flags)
    return status == 0 ? samples : nil
  }
}
