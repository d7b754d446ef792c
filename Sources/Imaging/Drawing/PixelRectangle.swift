/// A rectangle of whole pixels; it may reach outside the picture it is used on.
package struct PixelRectangle: Sendable, Hashable {
  /// The leftmost column.
  package var x: Int
  /// The topmost row.
  package var y: Int
  /// Columns; a rectangle without any is empty.
  package var width: Int
  /// Rows; a rectangle without any is empty.
  package var height: Int

  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The first column right of the rectangle.
  package var right: Int { x + width }
  /// The first row below the rectangle.
  package var bottom: Int { y + height }
  package var isEmpty: Bool { width == 0 || height == 0 }

  /// The columns of the rectangle.
  package var columns: Range<Int> { x..<right }
  /// The rows of the rectangle.
  package var rows: Range<Int> { y..<bottom }

  /// What both rectangles cover; empty when they do not touch.
  package func intersection(_ other: PixelRectangle) -> PixelRectangle {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return PixelRectangle(
      x: left, y: top, width: min(right, other.right) - left, height: min(bottom, other.bottom) - top)
  }

  /// The rectangle without a margin on every side; a negative margin makes it larger.
  package func inset(by margin: Int) -> PixelRectangle {
    PixelRectangle(x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin)
  }
}

extension Image {
  /// All pixels of the picture.
  package var bounds: PixelRectangle { PixelRectangle(x: 0, y: 0, width: width, height: height) }
}
