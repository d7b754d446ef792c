import Foundation
import Groundwork
import Testing

@testable import Imaging

@Suite("The JPEG round trip")
struct JPEGTests {
  private func compressed(_ image: Image, quality: Int) -> Image {
    var stream = RandomStream(seed: 1, name: "unused")
    return Corruptions.JPEG(quality: quality).corrupted(image, using: &stream)
  }

  @Test("coefficients are those of the formula")
  func transform() {
    let constant = CosineTransform.forward([Float](repeating: 3, count: 64))
    #expect(abs(constant[0] - 24) < 1e-5 && constant[1...].allSatisfy { abs($0) < 1e-5 })
    // A wave that is one coefficient: row v = 2, column u = 5.
    let wave = (0..<64).map { place -> Float in
      let across: Double = cos(Double(2 * (place % 8) + 1) * 5 * .pi / 16)
      let down: Double = cos(Double(2 * (place / 8) + 1) * 2 * .pi / 16)
      return Float(across * down)
    }
    for (place, value) in CosineTransform.forward(wave).enumerated() {
      let expected: Float = place == 2 * 8 + 5 ? 4 : 0
      #expect(abs(value - expected) < 1e-5)
    }
    #expect(zip(CosineTransform.inverse(CosineTransform.forward(wave)), wave).allSatisfy { abs($0 - $1) < 1e-5 })
  }

  @Test("tables are the standard's at quality 50 and all ones at 100")
  func tables() {
    #expect(Array(JPEGQuantization.luminance(quality: 50)[..<8]) == [16, 11, 10, 16, 24, 40, 51, 61])
    #expect(Array(JPEGQuantization.chrominance(quality: 50)[..<8]) == [17, 18, 24, 47, 99, 99, 99, 99])
    #expect(JPEGQuantization.luminance(quality: 100) == [Float](repeating: 1, count: 64))
    #expect(Array(JPEGQuantization.luminance(quality: 80)[..<8]) == [6, 4, 4, 6, 10, 16, 20, 24])
    #expect(Array(JPEGQuantization.luminance(quality: 40)[..<8]) == [20, 14, 13, 20, 30, 50, 64, 76])
    #expect(JPEGQuantization.luminance(quality: 1).allSatisfy { $0 == 255 })
  }

  @Test("a grey picture at quality 100 stays within two levels, and one level everywhere keeps its bits")
  func best() {
    var stream = RandomStream(seed: 4, name: "grey")
    var noise = Image(width: 24, height: 19)
    for y in 0..<19 { for x in 0..<24 { noise[x: x, y: y] = Color(gray: Float(stream.index(below: 256)) / 255) } }
    let kept = compressed(noise, quality: 100)
    #expect(zip(kept.samples, noise.samples).allSatisfy { abs($0 - $1) <= 2.01 / 255 })
    let plain = Image(width: 17, height: 9, color: Color(gray: 100 / 255))
    #expect(compressed(plain, quality: 100) == plain)
  }

  /// The formula's picture, 16 x 16.
  private static let picture = Image(
    width: 16, height: 16,
    levels: (0..<256).flatMap { place -> [UInt8] in
      let (x, y) = (place % 16, place / 16)
      let red: Int = (x * x * 3 + y * 7 * x + 40) % 256
      let green: Int = (x * 12 + y * 4) % 256
      let blue: Int = (255 - x * 9 - y * 5) % 256
      return [UInt8(red), UInt8(green), UInt8(blue)]
    })

  /// What the library (libjpeg-turbo 3, 4:2:0) makes of the picture: every 11th pixel.
  struct Sample: Sendable {
    let quality: Int
    /// In levels: the library transforms in whole numbers, so a coefficient near a half may go the other way.
    let tolerance: Int
    let levels: [UInt8]
  }

  private static let samples = [
    Sample(
      quality: 58, tolerance: 2,
      levels: [
        36, 9, 225, 103, 117, 130, 168, 95, 213, 86, 21, 235, 123, 134, 126, 95, 64, 142, 97, 44, 224, 139,
        178, 131, 90, 83, 125, 127, 65, 212, 191, 248, 167, 142, 151, 156, 114, 66, 166, 87, 172, 55, 155,
        206, 165, 193, 126, 193, 63, 41, 178, 139, 219, 134, 164, 147, 165, 120, 68, 195, 90, 167, 53, 124,
        137, 119, 100, 70, 166, 134, 212, 76,
      ]),
    Sample(
      quality: 50, tolerance: 6,
      levels: [
        48, 11, 238, 101, 119, 133, 171, 101, 217, 75, 32, 244, 101, 135, 119, 108, 56, 141, 103, 51, 237,
        151, 201, 150, 88, 66, 113, 124, 66, 212, 150, 210, 124, 137, 148, 150, 125, 70, 171, 101, 172, 54,
        147, 192, 149, 191, 151, 204, 71, 32, 177, 124, 194, 106, 169, 149, 161, 103, 61, 185, 77, 161, 39,
        135, 140, 118, 112, 67, 168, 105, 195, 48,
      ]),
  ]

  @Test("pictures are those of the Independent JPEG Group's library", arguments: samples)
  func library(_ sample: Sample) {
    let found = Self.compressedLevels(compressed(Self.picture, quality: sample.quality))
    #expect(found.count == sample.levels.count)
    let farthest = zip(found, sample.levels).map { abs(Int($0) - Int($1)) }.max() ?? 0
    #expect(farthest <= sample.tolerance)
  }

  private static func compressedLevels(_ image: Image) -> [UInt8] {
    let levels = image.levels
    return stride(from: 0, to: 256, by: 11).flatMap { Array(levels[3 * $0..<3 * $0 + 3]) }
  }
}
