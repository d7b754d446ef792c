import Foundation
import Groundwork
import Imaging
import TestSupport
import Testing

@Suite struct ImageFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A picture of many colours that 8 bits hold exactly.
  func picture(width: Int, height: Int) -> Image {
    Image(width: width, height: height, levels: (0..<3 * width * height).map { UInt8(truncatingIfNeeded: $0 &* 73) })
  }

  func message(_ bytes: [UInt8]) throws -> String {
    try write(bytes, to: folder.file("photo.png"))
    let error = #expect(throws: ImageFileError.self) { try ImageFile.read(folder.file("photo.png")) }
    let text = try #require(error?.description)
    #expect(text.hasPrefix(folder.path))
    return text.replacing(folder.path + "/", with: "")
  }

  @Test(arguments: [(1, 1), (1, 9), (9, 1), (32, 32), (61, 17)])
  func whatIsWrittenIsRead(width: Int, height: Int) throws {
    let image = picture(width: width, height: height)
    try ImageFile.writePNG(image, to: folder.file("a"))
    #expect(try ImageFile.read(folder.file("a")) == image)
  }

  @Test func transparencyIsWrittenAndRead() throws {
    let image = picture(width: 7, height: 5)
    let alpha = (0..<35).map { Float($0 * 7) / 255 }
    try ImageFile.writePNG(image, alpha: alpha, to: folder.file("a"))
    let texture = try ImageFile.readTexture(folder.file("a"))
    #expect(texture.image == image && texture.alpha == alpha)
  }

  @Test func valuesOutsideTheRangeAreClampedAndOthersRounded() throws {
    let image = Image(
      width: 5, height: 1, samples: [-1, 0.4999 / 255, 0.5 / 255, 2, .nan] + [Float](repeating: 0, count: 10))
    let bytes = try ImageFile.encodePNG(image)
    let back = try ImageFile.decode(bytes, named: "a")
    #expect((0..<5).map { back.levels[3 * $0] } == [0, 0, 1, 255, 0])
  }

  @Test func theSameCallMakesTheSameBytes() throws {
    let image = picture(width: 40, height: 30)
    #expect(try ImageFile.encodePNG(image) == ImageFile.encodePNG(image))
  }

  @Test func textSaysWhatMadeThePicture() throws {
    let image = picture(width: 4, height: 4)
    let bytes = try ImageFile.encodePNG(
      image, text: [("Title", "a stop sign"), ("Comment", "Größe 32\0!"), ("Source", "")])
    #expect(bytes.firstRange(of: Array("tEXtTitle\0a stop sign".utf8)) != nil)
    #expect(bytes.firstRange(of: Array("iTXtComment\0\0\0\0\0Größe 32!".utf8)) != nil)
    #expect(bytes.firstRange(of: Array("tEXtSource\0".utf8)) != nil)
    #expect(bytes.firstRange(of: Array("tIME".utf8)) == nil)
    #expect(try ImageFile.decode(bytes, named: "a") == image)
    #expect(try ImageFile.encodePNG(image).firstRange(of: Array("tEXtSoftware\0Stopline".utf8)) != nil)
  }

  @Test func formatsAreToldByContent() throws {
    try write(Array("P6 1 1 255 abc".utf8), to: folder.file("ppm.png"))
    #expect(try ImageFile.read(folder.file("ppm.png")).levels == Array("abc".utf8))
    try write(PNGForge(width: 2, height: 2, colorType: .rgb).bytes, to: folder.file("png.ppm"))
    #expect(try ImageFile.read(folder.file("png.ppm")).width == 2)
  }

  @Test func otherFilesAreRefusedWithASentence() throws {
    #expect(try message([]) == "photo.png: is empty; give a PNG, JPEG, PPM or PGM file.")
    #expect(
      try message(Array("hello\nworld".utf8))
        == """
        photo.png: is a file that begins with 'hello', no picture that is read; give a PNG, JPEG, PPM or PGM file.
        """)
    #expect(try message([0, 1, 2, 0xAB, 7]).contains("is a file that begins with the bytes 00 01 02 AB, no picture"))
    #expect(try message(Array("\n".utf8)).contains("begins with the bytes 0A,"))
    #expect(try message(Array("P6x".utf8)).contains("begins with 'P6x'"))
  }

  @Test func filesThatCannotBeOpenedKeepTheirFault() {
    let missing = #expect(throws: ImageFileError.self) { try ImageFile.read(folder.file("none.png")) }
    #expect(missing == .file(FileFault(path: folder.file("none.png"), problem: .missing)))
    #expect(missing?.kind == .missingInput)
    let directory = #expect(throws: ImageFileError.self) { try ImageFile.read(folder.path) }
    #expect(directory == .file(FileFault(path: folder.path, problem: .isDirectory)))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func outputThatCannotBeWrittenKeepsItsFault() {
    let image = picture(width: 3, height: 3)
    let full = #expect(throws: ImageFileError.self) { try ImageFile.writePNG(image, to: "/dev/full") }
    #expect(full?.kind == .cannotWrite)
    let absent = #expect(throws: ImageFileError.self) { try ImageFile.writePNG(image, to: folder.file("no/a.png")) }
    #expect(absent?.kind == .cannotCreate)
  }
}
