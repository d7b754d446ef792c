/// How files begin that people give in the place of a picture or a model.
struct FileSignature: Sendable {
  let name: String
  let family: FileContent.Family
  let fits: @Sendable ([UInt8]) -> Bool

  private init(_ name: String, _ family: FileContent.Family, _ fits: @escaping @Sendable ([UInt8]) -> Bool) {
    self.name = name
    self.family = family
    self.fits = fits
  }

  /// A file with fixed bytes at a fixed place.
  private init(_ name: String, _ family: FileContent.Family, at offset: Int = 0, _ bytes: [UInt8]) {
    self.init(name, family) { $0.dropFirst(offset).starts(with: bytes) }
  }

  private init(_ name: String, _ family: FileContent.Family, at offset: Int = 0, _ text: String) {
    self.init(name, family, at: offset, Array(text.utf8))
  }

  /// Every known beginning; of several that fit, the first holds.
  static let all: [FileSignature] = substitutes + pictures + models

  private static let pictures: [FileSignature] = [
    .init("a GIF picture", .otherPicture(.firstToPNG), "GIF8"),
    .init("a WebP picture", .otherPicture(.toPNG)) {
      $0.starts(with: "RIFF".utf8) && $0.dropFirst(8).starts(with: "WEBP".utf8)
    },
    .init("a BMP picture", .otherPicture(.toPNG)) {
      // Then the size of the file, two zeros, where the samples begin, and how long the second header is.
      $0.starts(with: "BM".utf8) && $0.dropFirst(6).starts(with: [0, 0, 0, 0])
        && [12, 40, 52, 56, 64, 108, 124].contains(ByteOrder.littleEndian.number(ofSize: 4, at: 14, in: $0[...]))
    },
    .init("a TIFF picture", .otherPicture(.firstToPNG), [0x49, 0x49, 42, 0]),
    .init("a TIFF picture", .otherPicture(.firstToPNG), [0x4D, 0x4D, 0, 42]),
    .init("a TIFF picture", .otherPicture(.firstToPNG), [0x49, 0x49, 43, 0]),
    .init("a TIFF picture", .otherPicture(.firstToPNG), [0x4D, 0x4D, 0, 43]),
    .init("an AVIF picture", .otherPicture(.toPNG)) { brands(of: $0).contains { $0 == "avif" || $0 == "avis" } },
    .init("a HEIC picture", .otherPicture(.toPNG)) {
      brands(of: $0).contains { ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"].contains($0) }
    },
    .init("a film", .otherPicture(.firstFrame)) { !brands(of: $0).isEmpty },
    .init("a film", .otherPicture(.firstFrame), [0x1A, 0x45, 0xDF, 0xA3]),
    .init("a JPEG XL picture", .otherPicture(.toPNG), [0xFF, 0x0A]),
    .init("a JPEG XL picture", .otherPicture(.toPNG), at: 4, "JXL \r\n"),
    .init("a JPEG 2000 picture", .otherPicture(.toPNG), at: 4, "jP  \r\n"),
    .init("a JPEG 2000 picture", .otherPicture(.toPNG), [0xFF, 0x4F, 0xFF, 0x51]),
    .init("a Photoshop picture", .otherPicture(.firstToPNG), "8BPS"),
    .init("a GIMP picture", .otherPicture(.toPNG), "gimp xcf"),
    .init("an OpenEXR picture", .otherPicture(.toPNG), [0x76, 0x2F, 0x31, 0x01]),
    .init("a Radiance picture", .otherPicture(.toPNG), "#?RADIANCE"),
    .init("a QOI picture", .otherPicture(.toPNG), "qoif"),
    .init("an icon", .otherPicture(.firstToPNG), [0, 0, 1, 0]),
    .init("a PBM or PAM picture", .otherPicture(.toPNG)) { ["P1", "P4", "P7"].contains(Netpbm.magic(of: $0)) },
    .init("an SVG drawing", .otherPicture(.toPNG)) { isText($0) && $0.prefix(1024).contains(text: "<svg") },
    .init("a PDF document", .otherPicture(.firstPage), "%PDF-"),
    .init("a PostScript document", .otherPicture(.firstToPNG), "%!PS"),
  ]

  private static let models: [FileSignature] = [
    .init("a safetensors model", .model, at: 8, "{\""),
    .init("a TensorFlow Lite model", .model, at: 4, "TFL3"),
    .init("a Keras or HDF5 model", .model, [0x89, 0x48, 0x44, 0x46]),
    .init("an ONNX model", .model) {
      // Protocol buffer: the format's version, 1 to 20, then any other of ModelProto's fields (onnx.proto).
      $0.count > 2 && $0[0] == 0x08 && (1...20).contains($0[1])
        && [0x12, 0x1A, 0x22, 0x28, 0x32, 0x3A, 0x42].contains($0[2])
    },
  ]

  private static let substitutes: [FileSignature] = [
    .init(
      "a Git LFS pointer", .substitute(remedy: "fetch the file that it stands for: git lfs pull"),
      "version https://git-lfs.github.com/spec/"),
    .init(
      "a web page", .substitute(remedy: "fetch the file itself: a failed download looks like this")
    ) { file in
      isText(file) && ["<!doctype html", "<html", "<head"].contains { file.prefix(1024).contains(text: $0) }
    },
    .init(
      "a ZIP archive or PyTorch file", .substitute(remedy: "unpack it and name a file in it"), [0x50, 0x4B, 3, 4]),
    .init("a compressed file", .substitute(remedy: "unpack it: gunzip"), [0x1F, 0x8B]),
  ]
}

extension FileSignature {
  /// The brands of an ISO base media file (ISO/IEC 14496-12, 4.3), none for another file.
  private static func brands(of bytes: [UInt8]) -> [String] {
    guard bytes.dropFirst(4).starts(with: "ftyp".utf8),
      let length = ByteOrder.bigEndian.number(ofSize: 4, at: 0, in: bytes[...])
    else { return [] }
    let box = bytes.prefix(min(length, 256))
    // After the first brand stands its version.
    let places = [8] + Array(stride(from: 16, to: box.count, by: 4))
    return places.filter { $0 + 4 <= box.count }.map { String(decoding: box[$0..<$0 + 4], as: UTF8.self) }
  }

  /// Whether a file begins as text in angle brackets, perhaps after a byte order mark and blanks.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes.dropFirst(start).prefix(1024).first { !Netpbm.isSpace($0) } == UInt8(ascii: "<")
  }
}

extension ArraySlice<UInt8> {
  /// Whether a text in ASCII, given in lower case, stands in the bytes in any case.
  fileprivate func contains(text: String) -> Bool {
    let lowered = map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    return lowered.firstRange(of: Array(text.utf8)) != nil
  }
}
