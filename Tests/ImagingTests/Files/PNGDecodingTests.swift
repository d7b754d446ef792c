import Imaging
import TestSupport
import Testing

@Suite struct PNGDecodingTests {
  struct Kind: CustomStringConvertible, Sendable {
    let colorType: PNGForge.ColorType
    let bitDepth: Int
    let isInterlaced: Bool
    var description: String { "\(colorType) \(bitDepth) bits\(isInterlaced ? " interlaced" : "")" }

    static let all = PNGForge.ColorType.allCases.flatMap { colorType in
      colorType.bitDepths.flatMap { bitDepth in
        [false, true].map { Kind(colorType: colorType, bitDepth: bitDepth, isInterlaced: $0) }
      }
    }
  }

  /// A sample of the file's depth as the nearest 8-bit level.
  func level(_ sample: Int, _ bitDepth: Int) -> Int {
    let most = (1 << bitDepth) - 1
    return (2 * 255 * sample + most) / (2 * most)
  }

  func levels(_ color: Color) -> [Int] {
    [color.red, color.green, color.blue].map { Int(Image.level($0)) }
  }

  func forge(_ kind: Kind, width: Int, height: Int) -> PNGForge {
    let values = 1 << kind.bitDepth
    var forge = PNGForge(width: width, height: height, colorType: kind.colorType, bitDepth: kind.bitDepth) { x, y, c in
      (x * 7919 + y * 104_729 + c * 31_337 + x * y * 13) % values
    }
    forge.isInterlaced = kind.isInterlaced
    if kind.colorType == .palette {
      forge.palette = (0..<values).map { entry in [5, 11, 255].map { UInt8(truncatingIfNeeded: entry * $0) } }
    }
    return forge
  }

  /// Red, green, blue and alpha in 8-bit levels, by the PNG specification.
  func expected(_ forge: PNGForge, _ x: Int, _ y: Int) -> (color: [Int], alpha: Int) {
    func channel(_ index: Int) -> Int { level(forge.sample(x, y, index), forge.bitDepth) }
    switch forge.colorType {
    case .gray: return ([channel(0), channel(0), channel(0)], 255)
    case .rgb: return ([channel(0), channel(1), channel(2)], 255)
    case .palette: return (forge.palette[forge.sample(x, y, 0)].map(Int.init), 255)
    case .grayAlpha: return ([channel(0), channel(0), channel(0)], channel(1))
    case .rgba: return ([channel(0), channel(1), channel(2)], channel(3))
    }
  }

  @Test(arguments: Kind.all, [(1, 1), (13, 9), (3, 20)])
  func everyKindIsRead(kind: Kind, size: (width: Int, height: Int)) throws {
    let forge = forge(kind, width: size.width, height: size.height)
    let folder = try TemporaryFolder()
    try write(forge.bytes, to: folder.file("a.png"))
    let (image, alpha) = try ImageFile.readTexture(folder.file("a.png"))
    let composed = try ImageFile.read(folder.file("a.png"), background: Color(red: 1, green: 0.5, blue: 0))
    #expect(image.width == size.width && image.height == size.height)
    for y in 0..<size.height {
      for x in 0..<size.width {
        let pixel = expected(forge, x, y)
        #expect(levels(image[x: x, y: y]) == pixel.color)
        #expect(alpha[y * size.width + x] == Float(pixel.alpha) / 255)
        let share = Double(pixel.alpha) / 255
        let mixed = [Double(composed[x: x, y: y].red), Double(composed[x: x, y: y].green)]
        #expect(abs(mixed[0] - (Double(pixel.color[0]) / 255 * share + 1 - share)) < 1e-6)
        #expect(abs(mixed[1] - (Double(pixel.color[1]) / 255 * share + 0.5 * (1 - share))) < 1e-6)
      }
    }
  }

  @Test func everySixteenBitValueGoesToTheNearestLevel() throws {
    let forge = PNGForge(width: 256, height: 256, colorType: .gray, bitDepth: 16) { x, y, _ in 256 * y + x }
    let image = try ImageFile.decode(forge.bytes, named: "a.png")
    #expect(image.levels.enumerated().allSatisfy { Int($1) == level($0 / 3, 16) })
  }

  @Test func aTransparentColourIsComparedAtTheFilesOwnDepth() throws {
    // 0x1234 and 0x1235 are the same level of 8 bits; only one of them is transparent.
    var forge = PNGForge(width: 2, height: 1, colorType: .gray, bitDepth: 16) { x, _, _ in 0x1234 + x }
    forge.transparency = [0x12, 0x34]
    let image = try ImageFile.decode(forge.bytes, named: "a.png", background: .white)
    #expect(levels(image[x: 0, y: 0]) == [255, 255, 255])
    #expect(levels(image[x: 1, y: 0]) == [0x12, 0x12, 0x12])
  }

  @Test func aTransparentColourOfRGBNeedsAllThreeChannels() throws {
    var forge = PNGForge(width: 2, height: 1, colorType: .rgb) { x, _, c in [10, 20, 30 + x][c] }
    forge.transparency = [0, 10, 0, 20, 0, 30]
    let image = try ImageFile.decode(forge.bytes, named: "a.png", background: .black)
    #expect(levels(image[x: 0, y: 0]) == [0, 0, 0])
    #expect(levels(image[x: 1, y: 0]) == [10, 20, 31])
  }

  @Test(arguments: [1, 2, 4])
  func aTransparentGreyOfFewBitsIsFound(bitDepth: Int) throws {
    var forge = PNGForge(width: 2, height: 1, colorType: .gray, bitDepth: bitDepth) { x, _, _ in x }
    forge.transparency = [0, 1]
    let image = try ImageFile.decode(forge.bytes, named: "a.png", background: Color(red: 1, green: 0, blue: 0))
    #expect(levels(image[x: 0, y: 0]) == [0, 0, 0])
    #expect(levels(image[x: 1, y: 0]) == [255, 0, 0])
  }

  @Test func aPaletteMayBePartlyTransparent() throws {
    var forge = PNGForge(width: 3, height: 1, colorType: .palette, bitDepth: 2) { x, _, _ in x }
    forge.palette = [[200, 100, 0], [200, 100, 0], [200, 100, 0]]
    forge.transparency = [0, 51]
    let folder = try TemporaryFolder()
    try write(forge.bytes, to: folder.file("a.png"))
    let texture = try ImageFile.readTexture(folder.file("a.png"))
    #expect(texture.alpha == [0, 0.2, 1])
    #expect(levels(texture.image[x: 0, y: 0]) == [200, 100, 0])
    let image = try ImageFile.decode(forge.bytes, named: "a.png", background: .white)
    #expect(levels(image[x: 1, y: 0]) == [244, 224, 204])
  }

  @Test func gammaAndProfilesDoNotChangeSamples() throws {
    var forge = PNGForge(width: 5, height: 5, colorType: .rgb)
    let plain = try ImageFile.decode(forge.bytes, named: "a.png")
    forge.afterHeader = [PNGForge.chunk("gAMA", PNGForge.bigEndian(100_000)), PNGForge.chunk("sBIT", [5, 5, 5])]
    #expect(try ImageFile.decode(forge.bytes, named: "a.png") == plain)
  }
}
