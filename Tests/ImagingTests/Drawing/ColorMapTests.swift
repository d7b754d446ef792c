import Foundation
import Imaging
import Testing

@Suite struct ColorMapTests {
  /// CIE lightness of a display colour, 0 to 100.
  private func lightness(_ color: Color) -> Double {
    let linear = [color.red, color.green, color.blue].map { value -> Double in
      let value = Double(value)
      return value <= 0.040_45 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return luminance > 0.008_856 ? 116 * cbrt(luminance) - 16 : 903.3 * luminance
  }

  @Test func heatGrowsLighterEvenly() {
    let steps = (0...20).map { lightness(ColorMap.heat.color(at: Double($0) / 20)) }
    let rises = zip(steps, steps.dropFirst()).map { $1 - $0 }
    #expect(rises.allSatisfy { $0 > 0.5 * (steps[20] - steps[0]) / 20 && $0 < 1.6 * (steps[20] - steps[0]) / 20 })
  }

  @Test func divergingIsGreyInTheMiddleAndAsDarkAtBothEnds() {
    let middle = ColorMap.diverging.color(at: 0.5)
    #expect(abs(middle.red - middle.green) < 1e-3 && abs(middle.green - middle.blue) < 1e-3)
    let (low, high) = (ColorMap.diverging.color(at: 0), ColorMap.diverging.color(at: 1))
    #expect(abs(lightness(low) - lightness(high)) < 5)
    #expect(low.blue > low.red && high.red > high.blue)
  }

  @Test(arguments: ColorMap.allCases)
  func placesOutsideTakeTheEnds(_ map: ColorMap) {
    #expect(map.color(at: -3) == map.color(at: 0))
    #expect(map.color(at: .nan) == map.color(at: 0))
    #expect(map.color(at: .infinity) == map.color(at: 1))
  }

  @Test(arguments: ColorMap.allCases)
  func noStepIsAJump(_ map: ColorMap) {
    let colors = (0...255).map { map.color(at: Double($0) / 255) }
    for (a, b) in zip(colors, colors.dropFirst()) {
      #expect(max(abs(a.red - b.red), abs(a.green - b.green), abs(a.blue - b.blue)) < 0.03)
    }
  }
}
