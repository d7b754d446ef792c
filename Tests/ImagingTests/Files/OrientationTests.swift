import Groundwork
import Imaging
import TestSupport
import Testing

@Suite struct OrientationTests {
  /// Where the stored picture's first row and first column belong, by EXIF's own table (CIPA DC-008, 4.6.4).
  static let table: [(value: Int, row: String, column: String)] = [
    (1, "top", "left"), (2, "top", "right"), (3, "bottom", "right"), (4, "bottom", "left"), (5, "left", "top"),
    (6, "right", "top"), (7, "right", "bottom"), (8, "left", "bottom"),
  ]

  enum Format: CaseIterable { case png, jpeg }

  /// A file with EXIF data.
  func file(_ format: Format, exif: [UInt8]) -> [UInt8] {
    switch format {
    case .png:
      var forge = PNGForge(width: 5, height: 3, colorType: .rgb)
      forge.afterHeader = [PNGForge.chunk("eXIf", exif)]
      return forge.bytes
    case .jpeg:
      let whole = JPEGSample.fullColour.bytes
      return Array(whole[..<2]) + ExifForge.marker(exif) + whole[2...]
    }
  }

  func picture(_ format: Format, exif: [UInt8]) throws -> Image {
    try ImageFile.decode(file(format, exif: exif), named: "photo")
  }

  @Test(arguments: Format.allCases, [ExifForge.Order.little, .big])
  func rowsAndColumnsStandWhereExifSays(format: Format, order: ExifForge.Order) throws {
    let stored = try picture(format, exif: [])
    for (value, row, column) in OrientationTests.table {
      let upright = try picture(format, exif: ExifForge(order: order).orientation(value))
      let exchanges = row == "left" || row == "right"
      #expect(upright.width == (exchanges ? stored.height : stored.width))
      #expect(upright.height == (exchanges ? stored.width : stored.height))
      for y in 0..<stored.height {
        for x in 0..<stored.width {
          var place = (x: 0, y: 0)
          for (side, distance) in [(row, y), (column, x)] {
            switch side {
            case "top": place.y = distance
            case "bottom": place.y = upright.height - 1 - distance
            case "left": place.x = distance
            default: place.x = upright.width - 1 - distance
            }
          }
          #expect(upright[x: place.x, y: place.y] == stored[x: x, y: y], "orientation \(value)")
        }
      }
    }
  }

  @Test func transparencyTurnsWithThePicture() throws {
    var forge = PNGForge(width: 2, height: 1, colorType: .grayAlpha) { x, _, c in c == 1 ? 255 * x : 9 }
    forge.afterData = [PNGForge.chunk("eXIf", ExifForge(order: .big).orientation(8))]
    let folder = try TemporaryFolder()
    try write(forge.bytes, to: folder.file("a"))
    let texture = try ImageFile.readTexture(folder.file("a"))
    #expect(texture.image.width == 1 && texture.image.height == 2)
    #expect(texture.alpha == [1, 0])
  }

  @Test(arguments: Format.allCases)
  func exifThatIsNotAsTheFormatHasItIsIgnored(format: Format) throws {
    let stored = try picture(format, exif: [])
    let sound = ExifForge(order: .big).orientation(6)
    var hostile: [[UInt8]] = (0..<20).map { Array(sound[..<$0]) }
    hostile += [0, 9, 65_535].map { ExifForge(order: .little).orientation($0) }
    for (place, bytes) in [
      (0, [0x49, 0x49]), (2, [0, 43]), (4, [0xFF, 0xFF, 0xFF, 0xFF]), (4, [0, 0, 0, 25]), (8, [0, 0]),
      (12, [0, 4]), (14, [0, 0, 0, 2]), (18, [0, 0]),
    ] as [(Int, [UInt8])] {
      var broken = sound
      broken.replaceSubrange(place..<place + bytes.count, with: bytes)
      hostile.append(broken)
    }
    for exif in hostile { #expect(try picture(format, exif: exif) == stored, "\(exif)") }
  }

  @Test(arguments: Format.allCases)
  func directoriesThatPointAtThemselvesEnd(format: Format) throws {
    // The next directory is the first one, and there seem to be more entries than bytes.
    var exif = ExifForge(order: .big).orientation(6)
    exif.replaceSubrange(22..<26, with: [0, 0, 0, 8])
    #expect(try picture(format, exif: exif).width == picture(format, exif: []).height)
    exif.replaceSubrange(8..<10, with: [0xFF, 0xFF])
    #expect(try picture(format, exif: exif).width == picture(format, exif: []).height)
    // The header is the directory.
    #expect(try picture(format, exif: [0x4D, 0x4D, 0, 42, 0, 0, 0, 0]) == picture(format, exif: []))
  }

  @Test(arguments: Format.allCases)
  func anyExifDoesNoHarm(format: Format) throws {
    let stored = try picture(format, exif: [])
    var stream = RandomStream(seed: 1, name: "exif")
    for _ in 0..<2_000 {
      var exif = ExifForge(order: stream.index(below: 2) == 0 ? .big : .little).orientation(6)
      for _ in 0...stream.index(below: 4) {
        exif[stream.index(below: exif.count)] = UInt8(stream.index(below: 256))
      }
      let image = try picture(format, exif: exif)
      #expect(image.pixelCount == stored.pixelCount)
    }
  }

  @Test func aDamagedExifChunkIsPassedOver() throws {
    let exif = ExifForge(order: .big).orientation(6)
    var forge = PNGForge(width: 5, height: 3, colorType: .rgb)
    forge.afterHeader = [PNGForge.chunk("eXIf", exif, checksumChange: 1)]
    #expect(try ImageFile.decode(forge.bytes, named: "a").width == 5)
    forge.afterData = [PNGForge.chunk("eXIf", exif)]
    #expect(try ImageFile.decode(forge.bytes, named: "a").width == 3)
  }
}
