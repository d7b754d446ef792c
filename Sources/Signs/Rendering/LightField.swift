import Imaging
import Groundwork

/// The light that falls on a rectangle of the sensor's pixels.
package struct LightField: Sendable, Equatable {
  /// Which pixels of the frame.
  package let window: PixelRectangle
  /// Row-major, `(height, width)`; red, green, blue, and a fourth that means nothing.
  package internal(set) var light: [SIMD4<Float>]

  init(window: PixelRectangle) {
    self.window = window
    light = [Light](repeating: .zero, count: window.width * window.height)
  }

  /// The field row by row from a function, the rows shared among the loop's workers.
  init(window: PixelRectangle, loop: ConcurrentLoop, row: @Sendable (Int, UnsafeMutableBufferPointer<Light>) -> Void) {
    self.init(window: window)
    if light.isEmpty { return }
    loop.forEach(in: &light, chunk: window.width) { light, y in row(y, light) }
  }

  /// The part of the field inside a smaller window.
  /// - Precondition: `window` lies inside the field's own.
  func cropped(to inner: PixelRectangle) -> LightField {
    let (left, top) = (inner.x - window.x, inner.y - window.y)
    precondition(
      left >= 0 && top >= 0 && left + inner.width <= window.width && top + inner.height <= window.height,
      "a crop lies inside its field")
    var result = LightField(window: inner)
    for y in 0..<inner.height {
      let start = (y + top) * window.width + left
      result.light.replaceSubrange(y * inner.width..<(y + 1) * inner.width, with: light[start..<start + inner.width])
    }
    return result
  }
}
