import Imaging
import TestSupport
import Testing

@Suite struct FileContentTests {
  struct Known: CustomTestStringConvertible, Sendable {
    let file: String
    let bytes: [UInt8]
    /// What the sentence says after the file's name.
    let words: String
    var testDescription: String { file }

    init(_ file: String, _ bytes: [UInt8], _ words: String) {
      (self.file, self.bytes, self.words) = (file, bytes, words)
    }

    init(_ file: String, _ text: String, _ words: String) { self.init(file, Array(text.utf8), words) }
  }

  static let known = [
    Known(
      "a.bmp", Array("BM".utf8) + [58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 1, 0],
      "is a BMP picture, which is not read; make a PNG of it: convert a.bmp a.png."),
    Known(
      "a.gif", "GIF89a",
      "is a GIF picture, which is not read; make a PNG of its first picture: convert 'a.gif[0]' a.png."),
    Known(
      "a b.webp", "RIFF\u{1}\0\0\0WEBPVP8 ",
      "is a WebP picture, which is not read; make a PNG of it: convert 'a b.webp' 'a b.png'."),
    Known("it's.tif", [0x49, 0x49, 42, 0, 8, 0, 0, 0], #"convert 'it'\''s.tif[0]' 'it'\''s.png'."#),
    Known(
      "-a.tiff", [0x4D, 0x4D, 0, 42, 0, 0, 0, 8],
      "is a TIFF picture, which is not read; make a PNG of its first picture: convert './-a.tiff[0]' ./-a.png."),
    Known(
      "a.avif", "\0\0\0\u{1C}ftypmif1\0\0\0\0miafavif",
      "is an AVIF picture, which is not read; make a PNG of it: convert a.avif a.png."),
    Known(
      "photo", "\0\0\0\u{18}ftypheic\0\0\0\0mif1heic",
      "is a HEIC picture, which is not read; make a PNG of it: convert photo photo.png."),
    Known(
      "a.mp4", "\0\0\0\u{18}ftypisom\0\0\0\0isom",
      "is a film, which is not read; make a PNG of its first frame: ffmpeg -i a.mp4 -frames:v 1 a.png."),
    Known("a.jxl", [0xFF, 0x0A, 1, 2], "is a JPEG XL picture"),
    Known(
      "a.svg", "\u{FEFF}<?xml version=\"1.0\"?>\n<SVG width='3'/>",
      "is an SVG drawing, which is not read; make a PNG of it: convert a.svg a.png."),
    Known(
      "a.pdf", "%PDF-1.7",
      "is a PDF document, which is not read; make a PNG of its first page: pdftoppm -png -singlefile a.pdf a."),
    Known("a.pbm", "P4 8 1 a", "is a PBM or PAM picture, which is not read; make a PNG of it: convert a.pbm a.png."),
    Known(
      "a.onnx", [0x08, 0x0E, 0x3A, 0x4F, 0x0A],
      "is an ONNX model, no picture that is read; give a PNG, JPEG, PPM or PGM file."),
    Known("a.safetensors", [2, 0, 0, 0, 0, 0, 0, 0] + Array("{\"a\":1}".utf8), "is a safetensors model, no picture"),
    Known(
      "a.png", "  <!DOCTYPE html><html><svg></svg></html>",
      "is a web page, no picture; fetch the file itself: a failed download looks like this."),
    Known(
      "a.ppm", "version https://git-lfs.github.com/spec/v1\noid",
      "is a Git LFS pointer, no picture; fetch the file that it stands for: git lfs pull."),
    Known(
      "a.zip", [0x50, 0x4B, 3, 4, 20], "is a ZIP archive or PyTorch file, no picture; unpack it and name a file in it."),
    Known("a.csv", "Filename;Width", "is a file that begins with 'Filename;Wid', no picture that is read"),
    Known("notes", "BMW is a make", "is a file that begins with 'BMW is a mak', no picture that is read"),
  ]

  @Test(arguments: known)
  func aFileIsNamedWithItsRemedy(known: Known) {
    let error = #expect(throws: ImageFileError.self) { try ImageFile.decode(known.bytes, named: known.file) }
    #expect(error?.description.contains(known.words) == true, "\(error.debugDescription)")
    #expect(error?.kind == .badData)
  }

  @Test func picturesThatAreReadAreNamedToo() {
    #expect(FileContent(of: JPEGSample.grey.bytes).name == "a JPEG picture")
    #expect(FileContent(of: PNGForge.signature).family == .readPicture)
    #expect(FileContent(of: Array("P2 1 1 1 0".utf8)).name == "a PPM or PGM picture")
  }

  @Test func beginningsOfAnyLengthAreLookedAt() {
    for known in FileContentTests.known {
      for length in 0...known.bytes.count { _ = FileContent(of: Array(known.bytes[..<length])) }
    }
  }
}
