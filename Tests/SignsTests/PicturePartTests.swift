import Foundation
import Testing

@testable import Signs

/// Rasters for a test, freed at its end.
private final class Memory {
  let light: UnsafeMutableBufferPointer<Light>
  let floats: UnsafeMutableBufferPointer<Float>

  init(_ count: Int) {
    light = .allocate(capacity: count)
    light.initialize(repeating: .zero)
    floats = .allocate(capacity: count)
    floats.initialize(repeating: 0)
  }

  deinit {
    light.deallocate()
    floats.deallocate()
  }
}

@Suite struct PicturePartTests {
  private func raster(_ memory: Memory, _ width: Int, _ height: Int, _ value: (Int, Int) -> Light) -> LightRaster {
    var raster = LightRaster(light: memory.light)
    raster.resize(width: width, height: height)
    for y in 0..<height {
      for x in 0..<width { raster.light[y * width + x] = value(x, y) }
    }
    return raster
  }

  @Test(arguments: [(0.5, 0.0, false, 0.0), (1.2, 6.0, false, 0.1), (0.4, 9.0, true, 0.2), (0.0, 0.0, false, 0.0)])
  func kernelsKeepTheLight(_ blur: Double, _ motion: Double, _ swings: Bool, _ glow: Double) {
    let memory = Memory(2 * LightKernel.longestReach + 1)
    var kernel = LightKernel(weights: memory.floats)
    kernel.set(blur: Float(blur), motion: Float(motion), swings: swings, glow: Float(glow), glowBlur: 4)
    let weights = (-kernel.reach...kernel.reach).map { kernel[$0] }
    #expect(abs(weights.reduce(0, +) - 1) < 1e-5)
    #expect(weights.allSatisfy { $0 >= 0 })
    let center = weights.enumerated().reduce(Float(0)) { $0 + Float($1.offset - kernel.reach) * $1.element }
    #expect(abs(center) < 0.02)
  }

  @Test func motionWidensAPointAsFarAsItMoves() {
    let memory = Memory(2 * LightKernel.longestReach + 1)
    var kernel = LightKernel(weights: memory.floats)
    kernel.set(blur: 0.5, motion: 8, swings: false, glow: 0, glowBlur: 1)
    let variance = (-kernel.reach...kernel.reach).reduce(Float(0)) { $0 + Float($1 * $1) * kernel[$1] }
    // A uniform spread of length 8 has a variance of 64 / 12; eight steps of it a little less.
    #expect(abs(variance - (64.0 / 12 + 0.25)) < 0.25)
  }

  @Test func blurringLeavesAnEvenPictureEven() {
    let (first, second, line) = (Memory(400), Memory(400), Memory(200))
    let even = Light(0.3, 0.2, 0.1, 0)
    let source = raster(first, 20, 20) { _, _ in even }
    var target = LightRaster(light: second.light)
    target.resize(width: 20, height: 20)
    let weights = Memory(2 * LightKernel.longestReach + 1)
    var kernel = LightKernel(weights: weights.floats)
    kernel.set(blur: 1.5, motion: 5, swings: true, glow: 0.1, glowBlur: 6)
    source.blurRows(by: kernel, line: line.light, into: target)
    target.blurColumns(by: kernel, into: source)
    #expect(source.light.allSatisfy { abs($0.x - 0.3) < 1e-5 && abs($0.z - 0.1) < 1e-5 })
  }

  @Test func aMosaicOfOneColourBecomesThatColour() {
    let (memory, signal, green) = (Memory(144), Memory(144), Memory(144))
    let color = Light(0.6, 0.3, 0.1, 0)
    let target = raster(memory, 12, 12) { _, _ in .zero }
    let mosaic = ColorMosaic(signal: signal.floats, green: green.floats)
    for y in 0..<12 {
      for x in 0..<12 { mosaic.signal[y * 12 + x] = color[ColorMosaic.channel(x, y)] }
    }
    mosaic.develop(into: target)
    for y in 2..<10 {
      for x in 2..<10 {
        let seen = target.light[y * 12 + x]
        #expect(abs(seen.x - 0.6) < 1e-6 && abs(seen.y - 0.3) < 1e-6 && abs(seen.z - 0.1) < 1e-6)
      }
    }
  }

  @Test func greenFollowsAnEdge() {
    let (memory, signal, green) = (Memory(144), Memory(144), Memory(144))
    let target = raster(memory, 12, 12) { _, _ in .zero }
    let mosaic = ColorMosaic(signal: signal.floats, green: green.floats)
    for at in 0..<144 { mosaic.signal[at] = at % 12 < 6 ? 0.1 : 0.9 }
    mosaic.develop(into: target)
    for y in 2..<10 {
      #expect(abs(target.light[y * 12 + 5].y - 0.1) < 1e-6 && abs(target.light[y * 12 + 6].y - 0.9) < 1e-6)
    }
  }

  @Test(arguments: [(20, false), (32, true), (47, true), (47, false), (64, true), (64, false)])
  func reducingKeepsRampsAndEvenPictures(_ side: Int, _ byArea: Bool) {
    let border = 3
    let (memory, narrow, weights) = (Memory(70 * 70), Memory(70 * 70), Memory(256))
    let full = side + 2 * border
    let source = raster(memory, full, full) { x, y in Light(0.25, Float(x - border) + 0.5, Float(y - border) + 0.5, 0) }
    let taps = 32 * PictureReduction.taps
    let reduction = PictureReduction(
      side: 32, columns: UnsafeMutableBufferPointer(rebasing: weights.floats[0..<taps]),
      rows: UnsafeMutableBufferPointer(rebasing: weights.floats[taps..<2 * taps]))
    // The mean over a part of an old pixel takes the pixel's one value.
    let tolerance: Float = byArea && side % 32 != 0 ? 0.13 : 1e-3
    let step = Float(side) / 32
    var worst = Light.zero
    reduction.reduce(source, border: border, byArea: byArea, narrow: narrow.light) { at, value in
      let wanted = Light(0.25, (Float(at % 32) + 0.5) * step, (Float(at / 32) + 0.5) * step, 0)
      worst = pointwiseMax(worst, pointwiseMax(value - wanted, wanted - value))
    }
    #expect(worst.x < 1e-5 && worst.y < tolerance && worst.z < tolerance)
  }

  @Test func noiseRepeatsWithoutASeam() {
    let noise = NoiseTexture(seed: 3)
    noise.withSampler { sampler in
      for step in 0..<50 {
        let place = SIMD2(Float(step) * 0.071, Float(step) * 0.037)
        let (here, there) = (sampler(place), sampler(place + SIMD2(-3, 2)))
        #expect((here - there).max() < 1e-3 && (there - here).max() < 1e-3)
      }
      let edge = sampler(SIMD2(0.999_9, 0.3)) - sampler(SIMD2(0.000_1, 0.3))
      #expect(max(edge.max(), -edge.min()) < 0.1)
    }
  }

  @Test func redGoesByItselfAndLeavesOtherColours() {
    var wear = SurfaceWear()
    wear.redLoss = 0.95
    let (red, blue, black) = (Light(0.5, 0.012, 0.008, 0), Light(0.01, 0.1, 0.32, 0), Light(0.023, 0.022, 0.023, 0))
    let noise = NoiseTexture(seed: 3)
    noise.withSampler { noise in
      func worn(_ light: Light) -> Light { wear.worn(light, at: SIMD2(0.1, 0.2), noise: noise) }
      #expect(worn(red).y > 0.5 && worn(red).z > 0.4)
      #expect(worn(blue) == blue)
      #expect((worn(black) - black).max() < 0.05)
    }
  }

  @Test func marksCoverWhatTheySay() {
    let mark = SurfaceMark(
      .rectangle, center: SIMD2(5, 5), axis: SIMD2(0.6, 0.8), halfAxes: SIMD2(3, 1), color: .zero)
    #expect(mark.coverage(at: SIMD2(5, 5), footprint: 0.1) == 1)
    #expect(mark.coverage(at: SIMD2(5 + 0.6 * 2.9, 5 + 0.8 * 2.9), footprint: 0.01) == 1)
    #expect(mark.coverage(at: SIMD2(5 + 0.6 * 3.1, 5 + 0.8 * 3.1), footprint: 0.01) == 0)
    #expect(abs(mark.coverage(at: SIMD2(5 - 0.8, 5 + 0.6), footprint: 0.1) - 0.5) < 1e-4)
    let spot = SurfaceMark(.ellipse, center: .zero, halfAxes: SIMD2(2, 1), color: .zero)
    #expect(
      spot.coverage(at: SIMD2(1.9, 0), footprint: 0.01) == 1 && spot.coverage(at: SIMD2(0, 1.1), footprint: 0.01) == 0)
  }
}
