import Groundwork
import Imaging
import Testing

@Suite struct PPMTests {
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

  @Test func aFileCutAnywhereSaysWhereItEnds() throws {
    let whole = Array("P6\n2 2\n# c\n255\n".utf8) + [UInt8](repeating: 9, count: 12)
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

  @Test func flippedBytesNeverTrap() {
    let whole = Array("P6\n3 2\n255\n".utf8) + [UInt8](repeating: 77, count: 18)
    var stream = RandomStream(seed: 1, name: "flips")
    for _ in 0..<4_000 {
      var bytes = whole
      for _ in 0...stream.index(below: 3) { bytes[stream.index(below: 12)] = UInt8(stream.index(below: 256)) }
      _ = try? ImageFile.decode(bytes, named: "a.ppm", limits: .init(pixels: 1_000))
    }
  }
}
