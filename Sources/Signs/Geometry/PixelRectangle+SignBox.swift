import Imaging

extension PixelRectangle {
  /// The smallest rectangle of whole pixels that holds a box, grown by some pixels on every side.
  package init(around box: SignBox, margin: Int = 0) {
    let (left, top) = (Int(box.x.rounded(.down)) - margin, Int(box.y.rounded(.down)) - margin)
    self.init(
      x: left, y: top, width: max(1, Int((box.x + box.width).rounded(.up)) + margin - left),
      height: max(1, Int((box.y + box.height).rounded(.up)) + margin - top))
  }

  /// The rectangle grown by some pixels on every side.
  func grown(by margin: Int) -> PixelRectangle {
    PixelRectangle(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
  }
}

extension SignBox {
  /// Whether a part of a pixel lies in the box.
  func contains(_ column: Int, _ row: Int) -> Bool {
    Double(column + 1) > x && Double(column) < x + width && Double(row + 1) > y && Double(row) < y + height
  }
}
