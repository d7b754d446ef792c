import Groundwork
import Testing

@testable import Networks

struct AugmentationTests {
  private let side = 16

  /// A picture without symmetry: planes differ, and so do rows and columns.
  private var picture: [UInt8] {
    (0..<3 * side * side).map { index in
      let (channel, y, x) = (index / (side * side), index / side % side, index % side)
      return UInt8((channel * 70 + y * 9 + x * 3) % 256)
    }
  }

  private func changed(_ change: PictureChange, _ levels: [UInt8]? = nil) -> [Float] {
    let levels = levels ?? picture
    var result = [Float](repeating: -1, count: levels.count)
    var stream = RandomStream(seed: 1, name: "noise of a test")
    levels.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { destination in
        change.apply(to: source, writing: destination, side: side, stream: &stream)
      }
    }
    return result
  }

  private func level(_ channel: Int, _ x: Int, _ y: Int) -> Float {
    let (x, y) = (min(max(x, 0), side - 1), min(max(y, 0), side - 1))
    return Float(picture[(channel * side + y) * side + x]) / 255
  }

  private func expect(_ values: [Float], within tolerance: Float = 1e-5, _ expected: (Int, Int, Int) -> Float) {
    for channel in 0..<3 {
      for y in 0..<side {
        for x in 0..<side {
          let value = values[(channel * side + y) * side + x]
          #expect(abs(value - expected(channel, x, y)) < tolerance, "channel \(channel), x \(x), y \(y)")
        }
      }
    }
  }

  @Test func noChangeLeavesThePicture() {
    var stream = RandomStream(seed: 3, name: "augmentation", 0, 0)
    let change = AugmentationRecipe.none.photographs.draw(from: &stream)
    #expect(change == PictureChange())
    expect(changed(change)) { level($0, $1, $2) }
  }

  @Test func aShiftMovesThePictureAndRepeatsItsEdge() {
    var change = PictureChange()
    change.shiftX = 3 / Float(side)
    change.shiftY = -2 / Float(side)
    expect(changed(change)) { level($0, $1 - 3, $2 + 2) }
  }

  @Test func mirroringExchangesLeftAndRightBeforeAllElse() {
    var change = PictureChange()
    change.isMirrored = true
    expect(changed(change)) { level($0, side - 1 - $1, $2) }
    change.shiftX = 3 / Float(side)
    expect(changed(change)) { level($0, side - 1 - ($1 - 3), $2) }
    change.shiftX = 0
    change.rotation = 90
    expect(changed(change)) { level($0, side - 1 - $2, side - 1 - $1) }
  }

  @Test func aQuarterTurnIsClockwise() {
    var change = PictureChange()
    change.rotation = 90
    // What was at the left end of the top row is at the top of the right column.
    expect(changed(change)) { level($0, $2, side - 1 - $1) }
  }

  @Test func doubleSizeShowsTheMiddleHalf() {
    var change = PictureChange()
    change.scale = 2
    let result = changed(change)
    // Output pixel 8 lies a quarter pixel right of and below the centre between pixels 7 and 8: 0.75 of pixel 7.75.
    let expected =
      0.75 * (0.75 * level(0, 8, 8) + 0.25 * level(0, 7, 8)) + 0.25 * (0.75 * level(0, 8, 7) + 0.25 * level(0, 7, 7))
    #expect(abs(result[8 * side + 8] - expected) < 1e-5)
  }

  @Test func shearMovesRowsApart() {
    var change = PictureChange()
    change.shear = 2
    // Row y stands y - 7.5 below the centre and moves right by twice that: an odd, whole number of pixels.
    expect(changed(change)) { level($0, $1 - (2 * $2 - (side - 1)), $2) }
  }

  @Test func narrowingHalvesTheWidthAndLeavesTheHeight() {
    var change = PictureChange()
    change.width = 0.5
    // Twice as far from the middle line, half way between two pixels; beyond the picture its edge is repeated.
    expect(changed(change)) { channel, x, y in
      let source = min(max(2 * (Float(x) - 7.5) + 7.5, 0), Float(side - 1))
      let left = Int(source)
      return (level(channel, left, y) + level(channel, left + 1, y)) / 2
        + (source - Float(left) - 0.5) * (level(channel, left + 1, y) - level(channel, left, y))
    }
  }

  @Test func contrastTurnsAboutTheMeanAndBrightnessMultiplies() {
    let mean = Float(picture.reduce(0) { $0 + Int($1) }) / Float(picture.count) / 255
    var change = PictureChange()
    change.contrast = 0.5
    change.brightness = 0.8
    expect(changed(change)) { (mean + 0.5 * (level($0, $1, $2) - mean)) * 0.8 }
  }

  @Test func perspectiveShrinksTheRightAndEnlargesTheLeft() {
    var change = PictureChange()
    change.perspectiveX = 0.2
    let result = changed(change)
    func expected(_ x: Int) -> Float {
      let u = Float(x) - 7.5
      let source = u / (1 - 0.2 * u / 8) + 7.5
      let left = Int(source.rounded(.down))
      return level(0, left, 7) + (source - Float(left)) * (level(0, left + 1, 7) - level(0, left, 7))
    }
    // In the middle rows y hardly moves; rows 7 and 8 average to the picture's middle line.
    for x in [2, 7, 13] {
      let middle = (result[7 * side + x] + result[8 * side + x]) / 2
      let rise = (level(0, 0, 8) - level(0, 0, 7)) / 2
      #expect(abs(middle - (expected(x) + rise)) < 1e-4, "x \(x)")
    }
  }

  @Test func gammaRaisesEveryLevel() {
    var change = PictureChange()
    change.gamma = 2
    expect(changed(change)) { level($0, $1, $2) * level($0, $1, $2) }
  }

  @Test func noSaturationLeavesTheLuma() {
    var change = PictureChange()
    change.saturation = 0
    expect(changed(change)) { 0.299 * level(0, $1, $2) + 0.587 * level(1, $1, $2) + 0.114 * level(2, $1, $2) }
  }

  @Test func aThirdOfATurnOfHueMovesEachChannelToTheNext() {
    var change = PictureChange()
    change.hue = 120
    expect(changed(change)) { level(($0 + 2) % 3, $1, $2) }
  }

  @Test func tintIsAFactorForEachChannel() {
    var change = PictureChange()
    change.tint = SIMD3(0.5, 1, 0.25)
    expect(changed(change)) { level($0, $1, $2) * [0.5, 1, 0.25][$0] }
  }

  @Test func anOcclusionCoversItsRectangleAndNothingElse() {
    var change = PictureChange()
    change.occlusion = Occlusion(center: SIMD2(0.5, 0.25), size: SIMD2(0.25, 0.125), color: SIMD3(0.1, 0.2, 0.3))
    expect(changed(change)) { channel, x, y in
      6..<10 ~= x && 3..<5 ~= y ? [0.1, 0.2, 0.3][channel] : level(channel, x, y)
    }
    change.occlusion?.center = SIMD2(1, 1)
    expect(changed(change)) { channel, x, y in
      14... ~= x && 15... ~= y ? [0.1, 0.2, 0.3][channel] : level(channel, x, y)
    }
  }

  @Test(arguments: [1, 4, 12])
  func stickersCoverNoMoreThanTheirAreaAndLeaveTheRest(count: Int) {
    var change = PictureChange()
    change.stickers = Stickers(count: count, size: 0.125)
    let result = changed(change)
    let plane = side * side
    let covered = (0..<plane).filter { at in
      (0..<3).contains { abs(result[$0 * plane + at] - Float(picture[$0 * plane + at]) / 255) > 1e-5 }
    }
    // Two pixels a side when square, three by two at most when not, where edges fall between pixels.
    #expect((1...6 * count).contains(covered.count))
    #expect(changed(change) == result)
  }

  @Test func motionAveragesAlongItsDirection() {
    var change = PictureChange()
    change.motion = MotionStreak(length: 2, direction: 0)
    // Five points from one pixel left to one right, those at half pixels shared between two.
    expect(changed(change)) {
      0.3 * level($0, $1 - 1, $2) + 0.4 * level($0, $1, $2) + 0.3 * level($0, $1 + 1, $2)
    }
    change.motion?.direction = 90
    expect(changed(change)) {
      0.3 * level($0, $1, $2 - 1) + 0.4 * level($0, $1, $2) + 0.3 * level($0, $1, $2 + 1)
    }
  }

  @Test func levelsStayInRange() {
    var change = PictureChange()
    change.brightness = 3
    change.contrast = 4
    change.noise = 0.5
    #expect(changed(change).allSatisfy { 0...1 ~= $0 })
  }

  @Test(arguments: [1, 5, 10, 15])
  func anEvenPictureStaysEvenWhenItsResolutionFallsOrItIsBlurredOrSmeared(resolution: Int) {
    var change = PictureChange()
    change.resolution = resolution
    change.blur = 0.8
    change.motion = MotionStreak(length: 6, direction: Float(resolution) * 31)
    let result = changed(change, [UInt8](repeating: 51, count: 3 * side * side))
    #expect(result.allSatisfy { abs($0 - 0.2) < 1e-5 })
  }

  @Test func fullResolutionLossLeavesThePlanesMean() {
    var change = PictureChange()
    change.resolution = 1
    let result = changed(change)
    let plane = side * side
    for channel in 0..<3 {
      let mean =
        picture[channel * plane..<(channel + 1) * plane].reduce(Float(0)) { $0 + Float($1) / 255 } / Float(plane)
      #expect(result[channel * plane..<(channel + 1) * plane].allSatisfy { abs($0 - mean) < 1e-4 })
    }
  }

  @Test func halvedResolutionIsAreaAverageThenBilinear() {
    var change = PictureChange()
    change.resolution = side / 2
    let result = changed(change)
    func block(_ x: Int, _ y: Int) -> Float {
      (level(0, 2 * x, 2 * y) + level(0, 2 * x + 1, 2 * y) + level(0, 2 * x, 2 * y + 1) + level(0, 2 * x + 1, 2 * y + 1))
        / 4
    }
    let upper = 0.75 * block(3, 3) + 0.25 * block(4, 3)
    let lower = 0.75 * block(3, 4) + 0.25 * block(4, 4)
    #expect(abs(result[7 * side + 7] - (0.75 * upper + 0.25 * lower)) < 1e-5)
  }

  @Test func noiseHasItsDeviationAndNoMean() {
    var change = PictureChange()
    change.noise = 0.05
    let result = changed(change, [UInt8](repeating: 128, count: 3 * side * side))
    let errors = result.map { Double($0) - 128.0 / 255 }
    let mean = errors.reduce(0, +) / Double(errors.count)
    let deviation = (errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)).squareRoot()
    #expect(abs(mean) < 0.006)
    #expect(abs(deviation - 0.05) < 0.004)
  }
}
