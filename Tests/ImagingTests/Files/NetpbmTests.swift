import Groundwork
import Imaging
import Testing

@Suite struct NetpbmTests {
  func decode(_ header: String, _ samples: [UInt8]) throws(ImageFileError) -> Image {
    try ImageFile.decode(Array(header.utf8) + samples, named: "a.ppm")
  }

  func error(_ header: String, _ samples: [UInt8] = []) -> ImageFileError? {
    do {
      _ = try decode(header, samples)
      return nil
    } catch {
      return error
    }
  }

  @Test func samplesGoToTheirPlanes() throws {
    let image = try decode("P6\n2 1\n255\n", [255, 0, 51, 0, 102, 255])
    #expect(image.width == 2 && image.height == 1)
    #expect(image.samples == [1, 0, 0, 0.4, 0.2, 1])
  }

  @Test(arguments: [
    "P6 # made by a camera\n2 # wide\n#high\n 1\t255 ", "P6\r2\r1\r255\r", "P6\n# a\n# b\n2 1 255#last\n",
    "P6#x\n2 1 255\n",
  ])
  func commentsAndWhiteSpaceMayStandInTheHeader(header: String) throws {
    // The first sample looks like white space and is one all the same.
    #expect(try decode(header, [10, 32, 51, 35, 102, 255]).levels == [10, 32, 51, 35, 102, 255])
  }

  @Test func theLargestValueMayBeAnother() throws {
    #expect(try decode("P6 1 1 1 ", [0, 1, 1]).samples == [0, 1, 1])
    #expect(try decode("P6 1 1 100 ", [50, 100, 0]).samples == [0.5, 1, 0])
    #expect(try decode("P6 1 1 65535 ", [0xFF, 0xFF, 0, 0, 0x33, 0x33]).samples == [1, 0, 0.2])
    #expect(try decode("P6 1 1 256 ", [1, 0, 0, 0, 0, 128]).samples == [1, 0, 0.5])
  }

  @Test func textIsReadAsBytesAre() throws {
    #expect(try decode("P3\n2 1 # wide\n255\n255 0 51\n0 #red\n102\t255\n", []).levels == [255, 0, 51, 0, 102, 255])
    #expect(try decode("P3 1 1 65535 65535 0 13107", []).samples == [1, 0, 0.2])
    #expect(try decode("P2 2 1 100 50 100", []).samples == [0.5, 1, 0.5, 1, 0.5, 1])
  }

  @Test func greyGoesToAllThreePlanes() throws {
    #expect(try decode("P5 2 1 255 ", [51, 255]).levels == [51, 51, 51, 255, 255, 255])
    #expect(try decode("P5 1 1 65535 ", [0x33, 0x33]).samples == [0.2, 0.2, 0.2])
  }

  @Test(arguments: ["P3 2 1 255 1 2 3 4 5 ", "P2 3 1 255 1 2", "P2 99999 600 255 1 2", "P5 3 1 255 ab"])
  func tooFewSamplesAreRefused(file: String) {
    #expect(error(file) == .truncated(path: "a.ppm", length: file.utf8.count))
  }

  @Test func textThatIsNoNumberIsRefused() {
    #expect(
      error("P2 2 1 255 1 x ") == .malformed(path: "a.ppm", reason: "a value should be a number", offset: 14))
    #expect(
      error("P2 2 1 100 1 101 ")
        == .malformed(path: "a.ppm", reason: "a value should be from 0 to 100", offset: 16))
    #expect(error("P2 2 1 255 1 -1 ")?.kind == .badData)
  }

  @Test(arguments: [
    Array("P6\n2 2\n# c\n255\n".utf8) + [UInt8](repeating: 9, count: 12),
    Array("P5\n2 2\n# c\n255\n".utf8) + [UInt8](repeating: 9, count: 4),
    Array("P3\n2 1\n# c\n255\n1 2 3 4 5 6".utf8), Array("P2\n2 2\n# c\n255\n1 2 3 4".utf8),
  ])
  func aFileCutAnywhereSaysWhereItEnds(whole: [UInt8]) throws {
    _ = try ImageFile.decode(whole, named: "a.ppm")
    for length in 2..<whole.count {
      #expect(throws: ImageFileError.truncated(path: "a.ppm", length: length)) {
        try ImageFile.decode(Array(whole[..<length]), named: "a.ppm")
      }
    }
  }

  @Test func headersOutsideTheFormatAreRefused() {
    #expect(error("P6 x 1 255 ") == .malformed(path: "a.ppm", reason: "the width should be a number", offset: 4))
    #expect(error("P6 2 -1 255 ") == .malformed(path: "a.ppm", reason: "the height should be a number", offset: 6))
    #expect(error("P6 0 1 255 ")?.kind == .badData)
    #expect(error("P6 1 1 0 ")?.description.contains("the largest value should be from 1 to 65535") == true)
    #expect(error("P6 1 1 65536 ")?.description.contains("the largest value should be from 1 to 65535") == true)
    #expect(error("P6 99999999999999999999999 1 255 ")?.description.contains("the width should be") == true)
    #expect(error("P6 1 1 255x", [1, 2, 3])?.description.contains("white space should follow the header") == true)
  }

  @Test func aGiantHeaderIsRefused() {
    #expect(
      error("P6 100000 100000 255 ")
        == .tooLarge(path: "a.ppm", width: 100_000, height: 100_000, limit: 1 << 26))
  }

  @Test func valuesAboveTheLargestAreRefused() {
    #expect(
      error("P6 1 1 100 ", [50, 101, 0])
        == .malformed(path: "a.ppm", reason: "a value is 101, above the largest, 100", offset: 13))
  }

  @Test(arguments: ["2", "3", "5", "6"])
  func flippedBytesNeverTrap(form: String) {
    let whole = Array("P\(form)\n3 2\n255\n".utf8) + [UInt8](repeating: 0x37, count: 36)
    var stream = RandomStream(seed: 1, name: "flips")
    for _ in 0..<4_000 {
      var bytes = whole
      for _ in 0...stream.index(below: 3) { bytes[stream.index(below: 12)] = UInt8(stream.index(below: 256)) }
      _ = try? ImageFile.decode(bytes, named: "a.ppm", limits: .init(pixels: 1_000))
    }
  }
}
