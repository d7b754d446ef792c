import Imaging

/// An upright rectangle around a sign in a photograph, in pixels from the frame's top left; it may reach outside.
package struct SignBox: Sendable, Equatable {
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double

  /// How much more than the box the network gets, as a part of its size and on every side.
  package static let networkMargin = 0.1

  package init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The box grown by a part of its size on every side.
  package func grown(by margin: Double) -> SignBox {
    SignBox(
      x: x - margin * width, y: y - margin * height, width: width * (1 + 2 * margin), height: height * (1 + 2 * margin))
  }

  /// The smallest box around some points, none for none.
  package init?(around points: some Sequence<Point>) {
    var corners: (left: Double, top: Double, right: Double, bottom: Double)?
    for point in points {
      let old = corners ?? (point.x, point.y, point.x, point.y)
      corners = (min(old.left, point.x), min(old.top, point.y), max(old.right, point.x), max(old.bottom, point.y))
    }
    guard let corners else { return nil }
    self.init(
      x: corners.left, y: corners.top, width: corners.right - corners.left, height: corners.bottom - corners.top)
  }
}
