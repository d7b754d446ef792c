/// A place in a photograph: pixels from the frame's top left corner, x to the right and y down; the centre of the
/// first pixel is at (0.5, 0.5).
package struct ImagePoint: Sendable, Equatable {
  package var x: Double
  package var y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
