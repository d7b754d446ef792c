extension ImageFile {
  /// The formats that are read.
  enum Format {
    case png
    case jpeg
    /// PPM and PGM, binary and text.
    case netpbm

    /// Recognises a file by its first bytes; nil when it is something else.
    init?(of bytes: [UInt8]) {
      // Half of PNG's signature is enough, so that one cut or mangled after it is called a damaged PNG.
      if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
        self = .png
      } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
        self = .jpeg
      } else if Netpbm.Form(of: bytes) != nil {
        self = .netpbm
      } else {
        return nil
      }
    }

    /// What errors call such a file.
    var name: String {
      switch self {
      case .png: "a PNG picture"
      case .jpeg: "a JPEG picture"
      case .netpbm: "a PPM or PGM picture"
      }
    }

    /// What errors ask for.
    static let wanted = "a PNG, JPEG, PPM or PGM file"
  }
}
