/// An sRGB colour, each component in [0, 1] (display values, not linear light).
package struct Color: Sendable, Hashable {
  package var red: Float
  package var green: Float
  package var blue: Float

  package init(red: Float, green: Float, blue: Float) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A colour from its 24-bit code, as in `0xC1121C`.
  package init(hex: UInt32) {
    red = Float(hex >> 16 & 0xFF) / 255
    green = Float(hex >> 8 & 0xFF) / 255
    blue = Float(hex & 0xFF) / 255
  }

  /// A grey of the given brightness in [0, 1].
  package init(gray: Float) {
    self.init(red: gray, green: gray, blue: gray)
  }

  package static let black = Color(gray: 0)
  package static let white = Color(gray: 1)
}
