import Imaging
import Testing

@Suite struct ShapeTests {
  private let page = Image(width: 20, height: 12, color: .white)

  @Test func fillCoversExactlyItsPixels() {
    var image = page
    image.fill(PixelRectangle(x: 3, y: 2, width: 4, height: 5), color: .black)
    for y in 0..<12 {
      for x in 0..<20 {
        #expect((image[x: x, y: y] == .black) == ((3..<7).contains(x) && (2..<7).contains(y)))
      }
    }
  }

  @Test(arguments: [(-100, -100), (15, 8), (100, 100), (.max / 4, .min / 4)])
  func nothingIsDrawnOutside(_ x: Int, _ y: Int) {
    var image = page
    let rectangle = PixelRectangle(x: x, y: y, width: 40, height: 40)
    image.fill(rectangle, color: .black)
    image.fillRounded(rectangle, radius: 6, color: .black)
    image.paste(Image(width: 40, height: 40, color: .black), x: x, y: y)
    image.drawDisc(center: Point(x: Double(x), y: Double(y)), radius: 3, color: .black)
    #expect(image.samples.count == page.samples.count)
    #expect(image[x: 0, y: 0] == .white)
  }

  @Test func roundedCornersAreOpenAndSidesFull() {
    var image = page
    image.fillRounded(PixelRectangle(x: 0, y: 0, width: 20, height: 12), radius: 6, color: .black)
    #expect(image[x: 0, y: 0] == .white)
    #expect(image[x: 10, y: 0] == .black && image[x: 10, y: 11] == .black && image[x: 0, y: 6].red < 0.1)
  }

  @Test func pastedPixelsAreTheSource() {
    let source = Image(width: 3, height: 2, samples: (0..<18).map { Float($0) / 18 })
    var image = page
    image.paste(source, x: 18, y: -1)
    #expect(image[x: 18, y: 0] == source[x: 0, y: 1])
    #expect(image[x: 19, y: 0] == source[x: 1, y: 1])
    #expect(image[x: 17, y: 0] == .white && image[x: 18, y: 1] == .white)
  }

  @Test func lineOfOnePixelOnCentresIsCrisp() {
    var image = page
    image.drawLine(from: Point(x: 2.5, y: 4.5), to: Point(x: 12.5, y: 4.5), color: .black)
    #expect((3..<12).allSatisfy { image[x: $0, y: 4] == .black })
    #expect((0..<20).allSatisfy { image[x: $0, y: 3] == .white && image[x: $0, y: 5] == .white })
  }

  @Test func crossedStrokesOfOneLineBlendOnce() {
    var image = page
    let there = Point(x: 15, y: 6)
    let here = Point(x: 3, y: 6)
    image.drawPolyline([here, there, here, there], width: 4, color: .black, opacity: 0.5)
    #expect(abs(image[x: 9, y: 6].red - 0.5) < 1e-6)
  }

  @Test func dashesLeaveGapsAndGoOnRoundCorners() {
    var image = Image(width: 60, height: 10, color: .white)
    image.drawPolyline(
      [Point(x: 0, y: 5), Point(x: 30, y: 5), Point(x: 60, y: 5)], width: 2, color: .black,
      dash: Dash(stroke: 6, gap: 6))
    #expect(image[x: 3, y: 5] == .black && image[x: 27, y: 5] == .black && image[x: 51, y: 5] == .black)
    #expect(image[x: 9, y: 5] == .white && image[x: 33, y: 5] == .white)
  }

  @Test func placesThatAreNotFiniteBreakTheLine() {
    var image = page
    image.drawPolyline(
      [
        Point(x: 1, y: 2), Point(x: 6, y: 2), Point(x: .nan, y: 2), Point(x: 12, y: 2), Point(x: 18, y: 2),
        Point(x: .infinity, y: 2),
      ], width: 2, color: .black)
    #expect(image[x: 4, y: 2].red < 0.1 && image[x: 15, y: 2].red < 0.1)
    #expect(image[x: 9, y: 2] == .white)
  }

  @Test func hugeCoordinatesAreHarmless() {
    var image = page
    image.drawLine(from: Point(x: -1e300, y: 6), to: Point(x: 1e300, y: 6), width: 2, color: .black)
    image.drawLine(
      from: Point(x: -1e12, y: 6), to: Point(x: 1e12, y: 6), width: 2, color: .black, dash: Dash(stroke: 1, gap: 1))
    #expect(image.samples.allSatisfy { (0...1).contains($0) })
  }

  @Test func insetsAndIntersectionsNeverTurnInsideOut() {
    let square = PixelRectangle(x: 0, y: 0, width: 4, height: 4)
    #expect(square.inset(by: 3).isEmpty)
    #expect(square.inset(by: -1) == PixelRectangle(x: -1, y: -1, width: 6, height: 6))
    #expect(square.intersection(PixelRectangle(x: 9, y: 9, width: 2, height: 2)).isEmpty)
  }
}
