/// What is added around a plane before a window moves over it: rows above and below, columns left and right.
package struct Padding: Sendable, Equatable {
  package var top: Int
  package var left: Int
  package var bottom: Int
  package var right: Int

  package init(top: Int, left: Int, bottom: Int, right: Int) {
    self.top = top
    self.left = left
    self.bottom = bottom
    self.right = right
  }

  /// The same on all four sides.
  package init(_ all: Int) { self.init(top: all, left: all, bottom: all, right: all) }

  /// The widest of the four.
  package var largest: Int { max(top, left, bottom, right) }
}

/// A window that moves over a plane: its size, its strides, and the padding around the plane.
package struct Window: Sendable, Equatable {
  package var height: Int
  package var width: Int
  package var strideDown: Int
  package var strideAcross: Int
  package var padding: Padding

  package init(height: Int, width: Int, strideDown: Int = 1, strideAcross: Int = 1, padding: Padding = Padding(0)) {
    self.height = height
    self.width = width
    self.strideDown = strideDown
    self.strideAcross = strideAcross
    self.padding = padding
  }

  /// A square window with one stride and one padding.
  package init(_ kernel: Int, stride: Int = 1, padding: Int = 0) {
    self.init(
      height: kernel, width: kernel, strideDown: stride, strideAcross: stride, padding: Padding(padding))
  }

  /// Pixels under the window.
  package var area: Int { height * width }

  /// How many places the window has on `plane`, from top to bottom and from left to right.
  /// - Precondition: the window fits on the plane with its padding.
  package func places(on plane: Plane) -> (down: Int, across: Int) {
    (
      (plane.height + padding.top + padding.bottom - height) / strideDown + 1,
      (plane.width + padding.left + padding.right - width) / strideAcross + 1
    )
  }
}
