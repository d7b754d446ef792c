import Foundation
import Groundwork
import Testing

@testable import Imaging

/// The published constants, seen in what the corruptions do.
@Suite("Corruption constants")
struct CorruptionConstantTests {
  private func corrupted(_ image: Image, _ kind: CorruptionKind, _ severity: Int) -> Image {
    CorruptedPictures.corrupted(image, kind, severity)
  }

  private func grey(_ level: Float, side: Int = 64) -> Image {
    Image(width: side, height: side, color: Color(gray: level))
  }

  @Test(arguments: zip(1...5, [0.04, 0.06, 0.08, 0.09, 0.10]))
  func gaussianNoise(_ severity: Int, _ deviation: Double) {
    let found = CorruptedPictures.moments(corrupted(grey(0.5), .gaussianNoise, severity).samples)
    #expect(abs(found.mean - 0.5) < 0.005 && abs(found.deviation / deviation - 1) < 0.03)
  }

  @Test(arguments: zip(1...5, [500.0, 250, 100, 75, 50]))
  func shotNoise(_ severity: Int, _ photons: Double) {
    let found = CorruptedPictures.moments(corrupted(grey(0.4), .shotNoise, severity).samples)
    #expect(abs(found.mean - 0.4) < 0.005 && abs(found.deviation / (0.4 / photons).squareRoot() - 1) < 0.03)
  }

  @Test(arguments: zip(1...5, [0.01, 0.02, 0.03, 0.05, 0.07]))
  func impulseNoise(_ severity: Int, _ share: Double) {
    let values = corrupted(grey(0.5), .impulseNoise, severity).samples
    let (black, white) = (values.count { $0 == 0 }, values.count { $0 == 1 })
    #expect(values.count { $0 == 0.5 } == values.count - black - white)
    #expect(abs(Double(black + white) / Double(values.count) / share - 1) < 0.15)
    #expect(abs(Double(black - white)) < 5 * Double(black + white).squareRoot())
  }

  @Test(arguments: zip(1...5, [0.06, 0.1, 0.12, 0.16, 0.2]))
  func speckleNoise(_ severity: Int, _ deviation: Double) {
    let found = CorruptedPictures.moments(corrupted(grey(0.3), .speckleNoise, severity).samples)
    #expect(abs(found.mean - 0.3) < 0.005 && abs(found.deviation / (0.3 * deviation) - 1) < 0.03)
  }

  @Test(arguments: zip(1...5, [0.4, 0.6, 0.7, 0.8, 1]))
  func gaussianBlur(_ severity: Int, _ deviation: Double) {
    let image = corrupted(CorruptedPictures.point(), .gaussianBlur, severity)
    // The ratio of neighbours is exp(-1/2s^2).
    let (middle, beside) = (image[x: 16, y: 16].red, image[x: 17, y: 16].red)
    #expect(abs(Double(beside / middle) - exp(-0.5 / (deviation * deviation))) < 1e-4)
    #expect(abs(CorruptedPictures.moments(Array(image.samples[..<1089])).mean * 1089 - 1) < 1e-4)
  }

  @Test func defocusBlur() {
    let spread = corrupted(CorruptedPictures.point(), .defocusBlur, 4)
    for (x, y) in [(16, 16), (15, 16), (17, 16), (16, 15), (16, 17)] {
      #expect(abs(spread[x: x, y: y].red - 0.2) < 1e-4)
    }
    #expect(spread[x: 15, y: 15].red < 1e-4)
    let square = corrupted(CorruptedPictures.point(), .defocusBlur, 5)
    for y in 15...17 { for x in 15...17 { #expect(abs(square[x: x, y: y].red - 1.0 / 9) < 1e-4) } }
    #expect(square.samples.count { $0 > 1e-4 } == 27)
  }

  @Test(arguments: zip(1...5, [(13, 1.0), (13, 1.5), (13, 2), (17, 2), (19, 2.5)]))
  func motionBlur(_ severity: Int, _ trail: (Int, Double)) {
    let values = corrupted(CorruptedPictures.point(), .motionBlur, severity).samples[..<1089].filter { $0 > 0 }
    #expect(values.count <= trail.0)
    var sum = 0.0
    for step in 0..<trail.0 { sum += exp(-0.5 * Double(step * step) / (trail.1 * trail.1)) }
    #expect(abs(Double(values.max() ?? 0) * sum - 1) < 1e-4)
    #expect(abs(values.reduce(0, +) - 1) < 1e-4)
  }

  @Test(arguments: zip(1...5, [7, 12, 16, 21, 26]))
  func zoomBlur(_ severity: Int, _ zooms: Int) {
    #expect(corrupted(grey(0.5), .zoomBlur, severity).samples.allSatisfy { abs($0 - 0.5) < 1e-5 })
    let corruption = Severity(rawValue: severity).map(CorruptionKind.zoomBlur.corruption(at:))
    #expect(corruption as? Corruptions.ZoomBlur == Corruptions.ZoomBlur(steps: zooms))
  }

  @Test(arguments: zip(1...5, [(1, 0.2), (1, 0.3), (0.9, 0.4), (0.85, 0.4), (0.75, 0.45)] as [(Float, Float)]))
  func frost(_ severity: Int, _ mix: (Float, Float)) {
    let ice = corrupted(grey(0, side: 32), .frost, severity).samples
    #expect((ice.max() ?? 0) <= mix.1 && (ice.max() ?? 0) > 0.6 * mix.1)
    let through = corrupted(grey(0.4, side: 32), .frost, severity).samples
    for (light, both) in zip(ice, through) { #expect(abs(both - light - 0.4 * mix.0) < 1e-5) }
  }

  @Test(arguments: zip(1...5, [0.2, 0.5, 0.75, 1, 1.5] as [Float]))
  func fog(_ severity: Int, _ density: Float) {
    // Before white the plasma goes from 0 to 1 somewhere: 1 / (1 + c) to 1.
    let values = corrupted(grey(1, side: 32), .fog, severity).samples
    #expect(abs((values.min() ?? 0) - 1 / (1 + density)) < 1e-5 && abs((values.max() ?? 0) - 1) < 1e-5)
  }

  @Test(arguments: zip(1...5, [0.05, 0.1, 0.15, 0.2, 0.3] as [Float]))
  func brightness(_ severity: Int, _ increase: Float) {
    let image = Image(width: 8, height: 8, color: Color(red: 0.6, green: 0.3, blue: 0.15))
    let color = corrupted(image, .brightness, severity)[x: 3, y: 3]
    #expect(abs(color.red - 0.6 - increase) < 1e-5)
    #expect(abs(color.green / color.red - 0.5) < 1e-5 && abs(color.blue / color.red - 0.25) < 1e-5)
  }

  @Test(arguments: zip(1...5, [0.75, 0.5, 0.4, 0.3, 0.15]))
  func contrast(_ severity: Int, _ factor: Double) {
    let image = CorruptedPictures.sign(3)
    let (before, after) = (image.plane(1).values, corrupted(image, .contrast, severity).plane(1).values)
    let (old, new) = (CorruptedPictures.moments(before), CorruptedPictures.moments(after))
    #expect(abs(new.mean - old.mean) < 1e-5 && abs(new.deviation / old.deviation - factor) < 1e-4)
  }

  @Test(arguments: zip(1...5, [0.15, 0.05, 0.75, 1, 1] as [Float]))
  func saturate(_ severity: Int, _ saturation: Float) {
    let image = Image(width: 8, height: 8, color: Color(red: 0.3, green: 0.6, blue: 0.45))
    let color = HueSaturationValue(corrupted(image, .saturate, severity)[x: 3, y: 3])
    // Half saturated, half way from green to cyan.
    #expect(abs(color.saturation - saturation) < 1e-5 && abs(color.value - 0.6) < 1e-5 && abs(color.hue - 2.5) < 1e-4)
  }

  @Test(arguments: zip(1...5, [30, 28, 27, 24, 20]))
  func pixelate(_ severity: Int, _ blocks: Int) {
    var ramp = Image(width: 32, height: 32)
    for y in 0..<32 { for x in 0..<32 { ramp[x: x, y: y] = Color(gray: Float(x) / 31) } }
    let line = corrupted(ramp, .pixelate, severity).samples[..<32]
    #expect(Set(line).count == blocks)
    #expect(zip(line, line.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func elasticBeginsAsAnAffineMap() {
    var ramp = Image(width: 32, height: 32)
    for y in 0..<32 { for x in 0..<32 { ramp[x: x, y: y] = Color(gray: 0.2 + 0.005 * Float(3 * x + y)) } }
    let image = corrupted(ramp, .elastic, 1).plane(0)
    for y in 9..<22 {
      for x in 9..<22 { #expect(abs(image[x - 1, y] + image[x + 1, y] - 2 * image[x, y]) < 1e-4) }
    }
    let waves = corrupted(ramp, .elastic, 5).plane(0)
    #expect((9..<22).contains { abs(waves[$0 - 1, 16] + waves[$0 + 1, 16] - 2 * waves[$0, 16]) > 0.005 })
  }
}
