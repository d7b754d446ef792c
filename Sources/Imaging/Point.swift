/// A place in a picture's plane, in pixels: pixel (0, 0) covers the square from (0, 0) to (1, 1), y goes down.
package struct Point: Sendable, Hashable {
  package var x: Double
  package var y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
