import Foundation

/// Turns numbers into colours whose steps look as large as the numbers' steps.
///
/// Both maps are drawn in Oklab (Ottosson 2020), where equal distances look equal, and stay inside sRGB.
package enum ColorMap: Sendable, CaseIterable {
  /// For amounts in [0, 1]: dark violet through teal to light yellow, lightness rising evenly, so it survives grey print.
  case heat
  /// For signed amounts, 0.5 standing for none: blue below, light grey in the middle, red above, equally dark at both ends.
  case diverging

  /// The colour of a number; numbers outside [0, 1] take the nearest end's colour, NaN the lower end's.
  package func color(at place: Double) -> Color {
    let place = place > 0 ? min(place, 1) : 0
    switch self {
    case .heat:
      return ColorMap.color(
        lightness: 0.24 + 0.68 * place, chroma: 0.084 + 0.056 * place * place, degrees: 305 - 200 * place)
    case .diverging:
      let strength = abs(2 * place - 1)
      return ColorMap.color(
        lightness: 0.93 - 0.48 * strength, chroma: 0.145 * strength, degrees: place < 0.5 ? 255 : 27)
    }
  }

  private static func color(lightness: Double, chroma: Double, degrees: Double) -> Color {
    let (a, b) = (chroma * cos(degrees * .pi / 180), chroma * sin(degrees * .pi / 180))
    let l = pow(lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b, 3)
    let m = pow(lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b, 3)
    let s = pow(lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b, 3)
    return Color(
      red: display(4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s),
      green: display(-1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s),
      blue: display(-0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s))
  }

  /// Linear light as an sRGB display value (IEC 61966-2-1).
  private static func display(_ linear: Double) -> Float {
    let light = min(max(linear, 0), 1)
    return Float(light <= 0.003_130_8 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055)
  }
}
