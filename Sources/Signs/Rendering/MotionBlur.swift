/// How far the picture moves while the shutter is open.
package struct MotionBlur: Sendable, Equatable {
  /// The way in pixels, to the right and down.
  package var x: Double
  package var y: Double

  package static let none = MotionBlur(x: 0, y: 0)

  /// - Precondition: the way is no longer than 200 pixels.
  package init(x: Double, y: Double) {
    precondition(x * x + y * y <= 200 * 200, "a picture moves by at most 200 pixels")
    self.x = x
    self.y = y
  }

  var length: Double { (x * x + y * y).squareRoot() }
}
