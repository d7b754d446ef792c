import Groundwork
import Imaging
import TestSupport
import Testing

@Suite struct HostileJPEGTests {
  let name = "photo.jpg"

  func error(_ bytes: [UInt8], limits: ImageFile.Limits = .init(pixels: 10_000)) -> ImageFileError? {
    do {
      _ = try ImageFile.decode(bytes, named: name, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  /// A file whose start-of-frame marker has other bytes from some place on.
  func changed(_ sample: JPEGSample, frameAt offset: Int, to bytes: [UInt8]) throws -> [UInt8] {
    var file = sample.bytes
    let frame = try #require(file.firstRange(of: [0xFF, 0xC0, 0]))
    file.replaceSubrange(frame.lowerBound + offset..<frame.lowerBound + offset + bytes.count, with: bytes)
    return file
  }

  @Test(arguments: JPEGSample.all)
  func aFileCutAnywhereIsRefused(sample: JPEGSample) {
    for length in 0..<sample.bytes.count {
      let problem = error(Array(sample.bytes[..<length]))
      switch length {
      case 0: #expect(problem == .empty(path: name))
      case 1..<3: #expect(problem?.description.contains("no picture that is read") == true)
      default: #expect(problem == .truncated(path: name, length: length))
      }
    }
  }

  @Test(arguments: JPEGSample.all)
  func flippedBytesNeverTrap(sample: JPEGSample) {
    var stream = RandomStream(seed: 1, name: sample.title)
    var refused = 0
    for _ in 0..<2_000 {
      var bytes = sample.bytes
      for _ in 0...stream.index(below: 3) {
        bytes[stream.index(below: bytes.count)] ^= UInt8(1 + stream.index(below: 255))
      }
      if let problem = error(bytes) {
        refused += 1
        #expect(problem.description.hasPrefix("photo.jpg: ") && problem.description.hasSuffix("."))
        #expect(problem.kind == .badData)
      }
    }
    #expect(refused > 500)
  }

  @Test(arguments: JPEGSample.all)
  func removedAndRepeatedPartsNeverTrap(sample: JPEGSample) {
    var stream = RandomStream(seed: 2, name: sample.title)
    for _ in 0..<1_000 {
      var bytes = sample.bytes
      let start = 3 + stream.index(below: bytes.count - 3)
      let part = Array(bytes[start..<min(bytes.count, start + 1 + stream.index(below: 40))])
      if stream.index(below: 2) == 0 {
        bytes.removeSubrange(start..<start + part.count)
      } else {
        bytes.insert(contentsOf: part, at: start)
      }
      _ = error(bytes)
    }
  }

  @Test func aLargePictureIsRefusedBeforeMemoryIsTaken() throws {
    let giant = try changed(.fullColour, frameAt: 5, to: [0xFD, 0xE8, 0xFD, 0xE8])
    #expect(
      error(giant, limits: .default) == .tooLarge(path: name, width: 65_000, height: 65_000, limit: 1 << 26))
    let beyond = error(try changed(.fullColour, frameAt: 5, to: [0xFF, 0xFF, 0xFF, 0xFF]), limits: .default)
    #expect(beyond?.description.contains("Maximum supported image dimension") == true)
  }

  @Test func theLimitIsTheCallers() {
    #expect(error(JPEGSample.fullColour.bytes, limits: .init(pixels: 63)) == nil)
    #expect(
      error(JPEGSample.fullColour.bytes, limits: .init(pixels: 62))
        == .tooLarge(path: name, width: 9, height: 7, limit: 62))
  }

  @Test func formsThatAreNotReadAreNamedWithARemedy() throws {
    let deep = error(try changed(.fullColour, frameAt: 4, to: [12]))
    #expect(
      deep?.description
        == """
        photo.jpg: the picture is of a form that is not read (Unsupported JPEG data precision 12); make a PNG of it: \
        convert photo.jpg photo.png.
        """)
    #expect(error(try changed(.fullColour, frameAt: 1, to: [0xC3]))?.description.contains("SOF type 0xc3") == true)
    // A height of 0 means that a later marker tells it.
    #expect(
      error(try changed(.fullColour, frameAt: 5, to: [0, 0]))?.description.contains("form that is not read") == true)
  }

  @Test func damagedImageDataAreRefusedWithTheirPlace() throws {
    var bytes = JPEGSample.fullColour.bytes
    let scan = try #require(bytes.firstRange(of: [0xFF, 0xDA, 0, 12]))
    let start = scan.lowerBound + 14
    bytes.replaceSubrange(start..<start + 20, with: [UInt8](repeating: 0xFE, count: 20))
    guard case .damagedData(name, _, start) = error(bytes) else {
      Issue.record("\(String(describing: error(bytes)))")
      return
    }
  }

  @Test func endlesslyManyPassesAreRefused() throws {
    let bytes = JPEGSample.progressive.bytes
    let scan = try #require(bytes.lastRange(of: [0xFF, 0xDA]))
    let passes = repeatElement(Array(bytes[scan.lowerBound..<bytes.count - 2]), count: 600).joined()
    #expect(error(Array(bytes[..<scan.lowerBound]) + passes + [0xFF, 0xD9]) != nil)
  }

  @Test func noMarkersAreRefused() {
    #expect(error([0xFF, 0xD8, 0xFF, 0xD9])?.kind == .badData)
    #expect(error([0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 1, 2, 3])?.kind == .badData)
    #expect(error([0xFF, 0xD8] + [UInt8](repeating: 0xFF, count: 1000)) == .truncated(path: name, length: 1002))
    #expect(error([0xFF, 0xD8, 0xFF] + [UInt8](repeating: 0, count: 1000))?.kind == .badData)
  }
}

extension [UInt8] {
  /// Where a pattern stands last.
  fileprivate func lastRange(of pattern: [UInt8]) -> Range<Int>? {
    (0...Swift.max(0, count - pattern.count)).last { self[$0...].starts(with: pattern) }.map { $0..<$0 + pattern.count }
  }
}
