import Groundwork
import Imaging
import TestSupport
import Testing

@Suite struct HostilePNGTests {
  let name = "photo.png"

  func decode(_ bytes: [UInt8], limits: ImageFile.Limits = .default) throws(ImageFileError) -> Image {
    try ImageFile.decode(bytes, named: name, limits: limits)
  }

  func error(_ bytes: [UInt8], limits: ImageFile.Limits = .default) -> ImageFileError? {
    do {
      _ = try decode(bytes, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  /// A file of every critical chunk, small enough to be broken at every byte.
  func small(isInterlaced: Bool) -> PNGForge {
    var forge = PNGForge(width: 5, height: 4, colorType: .palette, bitDepth: 4) { x, y, _ in (x + y) % 8 }
    forge.palette = (0..<8).map { [UInt8($0 * 30), 90, 7] }
    forge.transparency = [0, 128]
    forge.isInterlaced = isInterlaced
    return forge
  }

  @Test(arguments: [false, true])
  func aFileCutAnywhereIsRefused(isInterlaced: Bool) throws {
    let whole = small(isInterlaced: isInterlaced).bytes
    _ = try decode(whole)
    for length in 0..<whole.count {
      let problem = error(Array(whole[..<length]))
      switch length {
      case 0: #expect(problem == .empty(path: name))
      case 1..<4: #expect(problem?.description.contains("no picture that is read") == true)
      default: #expect(problem == .truncated(path: name, length: length))
      }
    }
  }

  @Test(arguments: [false, true])
  func flippedBytesNeverTrap(isInterlaced: Bool) {
    let whole = small(isInterlaced: isInterlaced).bytes
    var stream = RandomStream(seed: 1, name: "flips")
    var refused = 0
    for _ in 0..<4_000 {
      var bytes = whole
      for _ in 0...stream.index(below: 3) {
        bytes[stream.index(below: bytes.count)] ^= UInt8(1 + stream.index(below: 255))
      }
      if let problem = error(bytes, limits: .init(pixels: 10_000)) {
        refused += 1
        #expect(problem.description.hasPrefix("photo.png: ") && problem.description.hasSuffix("."))
      }
    }
    #expect(refused > 2_000)
  }

  /// Flips behind right checksums reach the code that checksums protect.
  @Test func flippedPayloadsNeverTrap() {
    let forge = small(isInterlaced: true)
    var stream = RandomStream(seed: 2, name: "flips")
    let whole = forge.bytes
    for _ in 0..<4_000 {
      var bytes: [UInt8] = PNGForge.signature
      var position = 8
      while position < whole.count {
        let count = whole[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
        let name = String(decoding: whole[position + 4..<position + 8], as: UTF8.self)
        var payload = Array(whole[position + 8..<position + 8 + count])
        if !payload.isEmpty && stream.index(below: 3) == 0 {
          payload[stream.index(below: count)] = UInt8(stream.index(below: 256))
        }
        bytes += PNGForge.chunk(name, payload)
        position += 12 + count
      }
      _ = error(bytes, limits: .init(pixels: 10_000))
    }
  }

  @Test(arguments: ["IHDR", "PLTE", "IDAT", "IEND"])
  func aWrongChecksumOfACriticalChunkIsRefused(chunk: String) throws {
    var bytes = small(isInterlaced: false).bytes
    let at = try #require(bytes.firstRange(of: Array(chunk.utf8)))
    let count = bytes[at.lowerBound - 4..<at.lowerBound].reduce(0) { $0 << 8 | Int($1) }
    bytes[at.upperBound + count] ^= 1
    #expect(
      error(bytes) == .malformed(path: name, reason: "\(chunk): CRC error", offset: at.upperBound + count + 4))
    #expect(error(bytes)?.kind == .badData)
  }

  @Test func ancillaryChunksAreNeverFatal() throws {
    var forge = PNGForge(width: 6, height: 3, colorType: .rgb)
    let plain = try decode(forge.bytes)
    let junk: [UInt8] = [0xFF, 0, 0xC3, 0x28, 9]
    let names = [
      "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "hIST", "pHYs", "sPLT", "tIME", "tEXt", "zTXt", "iTXt", "eXIf",
      "oFFs", "pCAL", "sCAL", "sTER", "tRNS", "abCd", "caNv",
    ]
    for name in names {
      for payload in [[], junk, [UInt8](repeating: 65, count: 3_000)] {
        let broken = [PNGForge.chunk(name, payload, checksumChange: 1)]
        let twice = [PNGForge.chunk(name, payload), PNGForge.chunk(name, payload)]
        for chunks in [broken, twice] {
          (forge.afterHeader, forge.afterData) = (chunks, [])
          #expect(try decode(forge.bytes) == plain, "\(name) before the data")
          (forge.afterHeader, forge.afterData) = ([], chunks)
          #expect(try decode(forge.bytes) == plain, "\(name) after the data")
        }
      }
    }
  }

  @Test func anUnknownCriticalChunkIsRefused() {
    var forge = PNGForge(width: 6, height: 3, colorType: .rgb)
    forge.afterHeader = [PNGForge.chunk("ABCD", [1])]
    #expect(error(forge.bytes)?.description.contains("ABCD") == true)
  }

  @Test func aGiantHeaderIsRefusedBeforeMemoryIsTaken() {
    let forge = PNGForge(width: 100_000, height: 100_000, colorType: .rgba, bitDepth: 16)
    let expected = ImageFileError.tooLarge(path: name, width: 100_000, height: 100_000, limit: 1 << 26)
    let bytes = PNGForge.signature + forge.header
    #expect(error(bytes) == expected)
    #expect(error(bytes + PNGForge.chunk("IEND", [])) == expected)
    #expect(
      error(bytes)?.description
        == """
        photo.png: 100000 x 100000 pixels are more than the 67108864 that are read; make it smaller: convert photo.png \
        -resize 4096x4096 photo-small.png.
        """)
    let largest = PNGForge(width: Int(Int32.max), height: Int(Int32.max), colorType: .rgba, bitDepth: 16)
    #expect(error(PNGForge.signature + largest.header)?.description.contains("2147483647 x 2147483647") == true)
  }

  /// libpng would skip it, and take memory for a picture whose size nobody has seen.
  @Test(arguments: ["eXIf", "tEXt", "abCd"])
  func aChunkBeforeTheHeaderIsRefused(chunk: String) {
    let largest = PNGForge(width: 400_000_000, height: 3, colorType: .rgba, bitDepth: 16)
    let sound = PNGForge(width: 6, height: 3, colorType: .rgb)
    for forge in [largest, sound] {
      let rest = forge.header + PNGForge.chunk("IDAT", [0x78, 1]) + PNGForge.chunk("IEND", [])
      for length in [0, 1, 40] {
        let first = PNGForge.chunk(chunk, [UInt8](repeating: 65, count: length))
        let problem = error(PNGForge.signature + first + rest)
        #expect(problem?.description.contains("IHDR: not the first chunk") == true)
      }
    }
  }

  @Test func theLimitIsTheCallers() throws {
    let forge = PNGForge(width: 6, height: 3, colorType: .rgb)
    _ = try ImageFile.decode(forge.bytes, named: name, limits: .init(pixels: 18))
    #expect(throws: ImageFileError.tooLarge(path: name, width: 6, height: 3, limit: 17)) {
      try ImageFile.decode(forge.bytes, named: name, limits: .init(pixels: 17))
    }
  }

  @Test(arguments: [(0, 3, "width"), (3, 0, "height"), (0, 0, "width"), (1 << 31, 1, "width"), (1, 1 << 31, "height")])
  func impossibleSidesAreRefused(width: Int, height: Int, side: String) {
    let forge = PNGForge(width: width, height: height, colorType: .rgb)
    let problem = error(PNGForge.signature + forge.header + PNGForge.chunk("IEND", []))
    #expect(problem?.kind == .badData)
    #expect(problem?.description.hasPrefix("photo.png: the picture is damaged") == true)
  }

  @Test func depthsThatAColourTypeDoesNotHaveAreRefused() {
    let forge = PNGForge(width: 3, height: 3, colorType: .rgb, bitDepth: 4) { _, _, _ in 0 }
    #expect(error(forge.bytes)?.kind == .badData)
  }

  @Test func tooLittleImageDataIsRefused() {
    let forge = PNGForge(width: 6, height: 6, colorType: .rgb)
    let shorter = PNGForge(width: 6, height: 5, colorType: .rgb).bytes
    let problem = error(PNGForge.signature + forge.header + shorter[33...])
    #expect(problem?.kind == .badData)
  }

  @Test func aPaletteIndexBeyondThePaletteDoesNotTrap() throws {
    var forge = PNGForge(width: 2, height: 1, colorType: .palette, bitDepth: 8) { x, _, _ in 200 * x }
    forge.palette = [[1, 2, 3]]
    let image = try decode(forge.bytes)
    #expect(Array(image.levels[0..<3]) == [1, 2, 3])
  }

  @Test func whatFollowsTheEndIsLeftAlone() throws {
    let bytes = small(isInterlaced: false).bytes
    #expect(try decode(bytes + Array("trailing".utf8)) == decode(bytes))
  }
}
