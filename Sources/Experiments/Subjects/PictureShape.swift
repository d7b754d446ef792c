import Imaging

/// The size of the pictures that a reader reads, in pixels.
package struct PictureShape: Sendable, Equatable {
  package let height: Int
  package let width: Int

  package init(height: Int, width: Int) {
    self.height = height
    self.width = width
  }

  /// A square of so many pixels a side.
  package init(side: Int) { self.init(height: side, width: side) }

  /// Values of one picture: three planes.
  package var values: Int { 3 * height * width }

  /// A picture in this size, resampled whole where it has another.
  package func fitted(_ image: Image) -> Image {
    image.width == width && image.height == height ? image : image.resampled(width: width, height: height)
  }
}

extension PictureShape: CustomStringConvertible {
  /// `32 x 32`: width, then height.
  package var description: String { "\(width) x \(height)" }
}
