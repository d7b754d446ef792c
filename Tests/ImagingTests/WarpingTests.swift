import Groundwork
import Imaging
import Testing

@Suite struct WarpingTests {
  let image: Image

  init() {
    var stream = RandomStream(seed: 1, name: "picture")
    image = Image(width: 16, height: 12, samples: (0..<3 * 16 * 12).map { _ in stream.uniform() })
  }

  func corners(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> [Point] {
    [
      Point(x: x, y: y), Point(x: x + width, y: y), Point(x: x + width, y: y + height), Point(x: x, y: y + height),
    ]
  }

  func greatestDifference(_ a: Image, _ b: Image) -> Float {
    zip(a.samples, b.samples).map { abs($0 - $1) }.max() ?? 0
  }

  @Test func theIdentityChangesNothing() {
    #expect(image.warped(by: .identity, toWidth: 16, height: 12) == image)
  }

  @Test func aShiftUncoversTheBackground() throws {
    let shift = try #require(Homography(elements: [1, 0, 3, 0, 1, 2, 0, 0, 1]))
    let background = Color(red: 0.25, green: 0.5, blue: 0.75)
    let moved = image.warped(by: shift, toWidth: 16, height: 12, background: background)
    for y in 0..<12 {
      for x in 0..<16 {
        #expect(moved[x: x, y: y] == (x >= 3 && y >= 2 ? image[x: x - 3, y: y - 2] : background))
      }
    }
  }

  @Test func aQuarterTurnIsExact() throws {
    let turn = try #require(Homography(elements: [0, -1, 12, 1, 0, 0, 0, 0, 1]))
    let turned = image.warped(by: turn, toWidth: 12, height: 16)
    for y in 0..<16 {
      for x in 0..<12 { #expect(turned[x: x, y: y] == image[x: y, y: 11 - x]) }
    }
  }

  @Test(arguments: [2, 4])
  func shrinkingIsTheMeanOverTheArea(factor: Int) throws {
    let map = try #require(
      Homography(from: corners(0, 0, 16, 12), to: corners(0, 0, 16 / Double(factor), 12 / Double(factor))))
    let small = image.warped(by: map, toWidth: 16 / factor, height: 12 / factor)
    #expect(greatestDifference(small, image.resampled(width: 16 / factor, height: 12 / factor)) < 1e-6)
  }

  @Test func fineStripesSeenFromAfarAreGreyAndNotStripes() throws {
    var stripes = Image(width: 256, height: 256, color: .black)
    for y in 0..<256 {
      for x in stride(from: 0, to: 256, by: 2) { stripes[x: x, y: y] = .white }
    }
    // A road running to the horizon: 20 times nearer below than above.
    let map = try #require(
      Homography(
        from: corners(0, 0, 256, 256),
        to: [Point(x: 12, y: 0), Point(x: 14, y: 0), Point(x: 46, y: 32), Point(x: -20, y: 32)]))
    let seen = stripes.warped(by: map, toWidth: 26, height: 32, background: Color(gray: 0.5))
    #expect(seen.samples.allSatisfy { abs($0 - 0.5) < 0.1 })
  }

  @Test func insideAConstantPictureNothingChanges() throws {
    let color = Color(red: 0.3, green: 0.6, blue: 0.9)
    let map = try #require(
      Homography(
        from: corners(0, 0, 16, 12),
        to: [Point(x: -9, y: -5), Point(x: 25, y: -8), Point(x: 22, y: 20), Point(x: -4, y: 25)]))
    let warped = Image(width: 16, height: 12, color: color).warped(by: map, toWidth: 12, height: 10)
    #expect(greatestDifference(warped, Image(width: 12, height: 10, color: color)) < 1e-6)
  }

  @Test func beyondTheHorizonLiesTheBackground() throws {
    // w = y - 4 in the new picture's rows: the upper four are sky.
    let map = try #require(Homography(elements: [1, 0, 0, 0, 1, -4, 0, 0, 1]))
    let ground = try #require(Homography(elements: [1, 0, 0, 0, 1, 1, 0, 1, 0]))
    let seen = Image(width: 16, height: 12, color: .white)
      .warped(by: (ground * map).inverse, toWidth: 16, height: 12, background: .black)
    #expect((0..<16).allSatisfy { x in (0..<4).allSatisfy { seen[x: x, y: $0] == .black } })
  }
}
