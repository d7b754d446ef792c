import Groundwork

/// A part of a picture that cannot be cut out, and why.
package enum CropFault: ExplainedError, Equatable {
  /// The text does not give four whole numbers, the last two above 0.
  case notARectangle(text: String)
  /// The rectangle has nothing in common with the picture, or reaches outside.
  case outside(PixelRectangle, path: String, width: Int, height: Int)

  package var kind: FaultKind { .usage }

  package var description: String {
    switch self {
    case .notARectangle(let text):
      """
      crop: '\(text)' is no rectangle; give the left column, the top row, width and height in pixels, as in \
      120,80,200,200.
      """
    case .outside(let rectangle, let path, let width, let height):
      """
      \(path): the crop \(rectangle.x),\(rectangle.y),\(rectangle.width),\(rectangle.height) reaches outside the picture of \
      \(width) x \(height) pixels; columns count from 0 at the left, rows from 0 at the top.
      """
    }
  }
}
