/// The size of a picture in pixels.
package struct PictureShape: Sendable, Hashable {
  package let height: Int
  package let width: Int

  package init(height: Int, width: Int) {
    self.height = height
    self.width = width
  }

  /// A square of so many pixels a side.
  package init(side: Int) { self.init(height: side, width: side) }

  /// The values of a picture: three planes.
  package var values: Int { 3 * height * width }
}

extension PictureShape: CustomStringConvertible {
  /// `32 x 32`: width, then height.
  package var description: String { "\(width) x \(height)" }
}

extension Image {
  package var shape: PictureShape { PictureShape(height: height, width: width) }

  /// The whole picture in another size, resampled; itself where it has the size.
  package func fitted(to shape: PictureShape) -> Image {
    self.shape == shape ? self : resampled(width: shape.width, height: shape.height)
  }
}
