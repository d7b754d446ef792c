/// A colour as hue, saturation and value (Smith, "Color gamut transform pairs", SIGGRAPH 1978).
struct HueSaturationValue {
  /// The turn round the colour circle from red, in sixths: 0 red, 2 green, 4 blue, below 6.
  var hue: Float
  /// How far from grey, in [0, 1].
  var saturation: Float
  /// The largest of the three components, in [0, 1].
  var value: Float

  init(_ color: Color) {
    let (red, green, blue) = (color.red, color.green, color.blue)
    value = max(red, green, blue)
    let spread = value - min(red, green, blue)
    saturation = value > 0 ? spread / value : 0
    guard spread > 0 else {
      hue = 0
      return
    }
    switch value {
    case red: hue = (green - blue) / spread
    case green: hue = 2 + (blue - red) / spread
    default: hue = 4 + (red - green) / spread
    }
    if hue < 0 { hue += 6 }
  }

  var color: Color {
    func component(_ turn: Float) -> Float {
      let place = (turn + hue).truncatingRemainder(dividingBy: 6)
      return value - value * saturation * max(0, min(place, 4 - place, 1))
    }
    return Color(red: component(5), green: component(3), blue: component(1))
  }
}

extension Image {
  /// The picture with every pixel's colour changed.
  func mapColors(_ change: (inout HueSaturationValue) -> Void) -> Image {
    var result = self
    for y in 0..<height {
      for x in 0..<width {
        var color = HueSaturationValue(self[x: x, y: y])
        change(&color)
        result[x: x, y: y] = color.color
      }
    }
    return result
  }
}
