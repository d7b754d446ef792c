import Imaging
import TestSupport
import Testing

@Suite struct JPEGDecodingTests {
  func decode(_ bytes: [UInt8]) throws(ImageFileError) -> Image { try ImageFile.decode(bytes, named: "photo.jpg") }

  @Test(arguments: JPEGSample.all)
  func everyKindIsDecodedAsLibjpegDecodesIt(sample: JPEGSample) throws {
    let image = try decode(sample.bytes)
    #expect(image.width == sample.width && image.height == sample.height)
    let differences = zip(image.levels, sample.levels).map { abs(Int($0) - Int($1)) }
    #expect(differences.count == 3 * sample.width * sample.height)
    #expect(differences.max().map { $0 <= 1 } == true)
  }

  @Test func inksWithoutAdobesMarkerAreNotInverted() throws {
    var bytes = JPEGSample.cmyk.bytes
    let marker = try #require(bytes.firstRange(of: [0xFF, 0xEE, 0, 14]))
    bytes.removeSubrange(marker.lowerBound..<marker.lowerBound + 16)
    let image = try decode(bytes)
    // The first pixel's inks are 0, 0, 254 and 254: a hair's breadth from black.
    #expect(Array(image.levels[..<3]) == [1, 1, 0])
  }

  @Test func aFileIsToldByItsContentAndIsOpaque() throws {
    let folder = try TemporaryFolder()
    try write(JPEGSample.fullColour.bytes, to: folder.file("photo.png"))
    let texture = try ImageFile.readTexture(folder.file("photo.png"))
    #expect(texture.image == (try decode(JPEGSample.fullColour.bytes)))
    #expect(texture.alpha == [Float](repeating: 1, count: 63))
  }

  @Test func whatFollowsTheEndIsLeftAlone() throws {
    let bytes = JPEGSample.progressive.bytes
    #expect(try decode(bytes + Array("trailing".utf8)) == decode(bytes))
  }
}
