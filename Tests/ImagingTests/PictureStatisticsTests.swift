import Imaging
import Testing

@Suite struct PictureStatisticsTests {
  private func close(_ value: Double, _ expected: Double) -> Bool { abs(value - expected) < 1e-6 }

  @Test func anEvenColourHasNoContrastAndItsOwnCast() {
    let figures = PictureStatistics(of: Image(width: 5, height: 4, color: Color(red: 1, green: 0.5, blue: 0)))
    #expect(close(figures[.brightness], 0.2126 + 0.3576))
    #expect(close(figures[.contrast], 0))
    #expect(close(figures[.sharpness], 0))
    // rg = 0.5 and yb = 0.75 everywhere.
    #expect(close(figures[.colorfulness], 0.3 * (0.25 + 0.5625).squareRoot()))
    #expect(close(figures[.red], 1 - 0.5702))
    #expect(close(figures[.green], 0.5 - 0.5702))
    #expect(close(figures[.blue], -0.5702))
  }

  @Test func greyHalvesHaveTheirDeviationAndNoColour() {
    var image = Image(width: 8, height: 8)
    image.fill(PixelRectangle(x: 4, y: 0, width: 4, height: 8), color: .white)
    let figures = PictureStatistics(of: image)
    #expect(close(figures[.brightness], 0.5))
    #expect(close(figures[.contrast], 0.5))
    // Two of the six inner columns see the edge, each half of it.
    #expect(close(figures[.sharpness], 0.5 * 2 / 6))
    #expect(close(figures[.colorfulness], 0))
    #expect(close(figures[.blue], 0))
  }

  @Test func aRampHasItsSlope() {
    var image = Image(width: 16, height: 12)
    for y in 0..<12 {
      for x in 0..<16 { image[x: x, y: y] = Color(gray: 0.03 * Float(x) + 0.04 * Float(y)) }
    }
    #expect(close(PictureStatistics(of: image)[.sharpness], 0.05))
  }

  @Test func halfRedAndHalfGreenSpreadColour() {
    var image = Image(width: 4, height: 4, color: Color(red: 1, green: 0, blue: 0))
    image.fill(PixelRectangle(x: 0, y: 0, width: 4, height: 2), color: Color(red: 0, green: 1, blue: 0))
    // rg is 1 and -1, yb 0.5 everywhere.
    #expect(close(PictureStatistics(of: image)[.colorfulness], 1 + 0.3 * 0.5))
  }

  @Test func aPictureWithoutInnerPixelsHasNoGradient() {
    #expect(PictureStatistics(of: Image(width: 2, height: 9, color: .white))[.sharpness] == 0)
  }
}
