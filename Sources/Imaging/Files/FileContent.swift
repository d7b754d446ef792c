/// What a file is, told by its first bytes, for errors that name a file which was given in the place of another.
package struct FileContent: Sendable, Equatable {
  /// What to do with such a file.
  package enum Family: Sendable, Equatable {
    /// A picture that is read.
    case readPicture
    /// A picture that is not read, and what makes one that is.
    case otherPicture(ImageConversion)
    /// A network.
    case model
    /// Something that stands in the place of the wanted file: what happened, and the remedy.
    case substitute(remedy: String)
    /// Anything else.
    case other
  }

  /// What it is, with its article: `a WebP picture`; for what is not recognised how it begins, `a file that begins with
  /// 'hello'`.
  package let name: String
  package let family: Family

  /// How many bytes of a file's beginning tell all that are known.
  package static let telling = 4096

  /// Recognises a file.
  /// - Parameter bytes: the file, or at least its first `telling` bytes.
  package init(of bytes: [UInt8]) {
    if let format = ImageFile.Format(of: bytes) {
      (name, family) = (format.name, .readPicture)
    } else if let known = FileSignature.all.first(where: { $0.fits(bytes) }) {
      (name, family) = (known.name, known.family)
    } else {
      (name, family) = ("a file that begins with \(FileContent.beginning(of: bytes))", .other)
    }
  }

  /// Whether it is a picture, read or not.
  package var isPicture: Bool {
    switch family {
    case .readPicture, .otherPicture: true
    case .model, .substitute, .other: false
    }
  }

  /// Why a picture was not read, and the remedy, without a full stop.
  func refusal(of path: String) -> String {
    switch family {
    case .readPicture, .model, .other: "is \(name), no picture that is read; give \(ImageFile.Format.wanted)"
    case .otherPicture(let conversion): "is \(name), which is not read; \(conversion.advice(for: path))"
    case .substitute(let remedy): "is \(name), no picture; \(remedy)"
    }
  }

  private static func beginning(of bytes: [UInt8]) -> String {
    let beginning = bytes.prefix(12)
    let line = beginning.prefix { $0 != 0x0A && $0 != 0x0D }
    if !line.isEmpty && line.allSatisfy({ (0x20..<0x7F).contains($0) }) {
      return "'\(String(decoding: line, as: UTF8.self))'"
    }
    let codes = beginning.prefix(4).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    return "the bytes \(codes.joined(separator: " "))"
  }
}
