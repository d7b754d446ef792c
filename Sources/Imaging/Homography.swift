/// A projective map of the plane, which a pinhole camera makes of one plane to another; always invertible.
///
/// The map takes (x, y, 1) to (u w, v w, w). The sign of w is kept by every operation: where it is positive the point is
/// in front of the camera, where it is not the point has no image.
package struct Homography: Sendable, Equatable {
  /// The 3 x 3 matrix, row by row.
  package let elements: [Double]

  /// A map from its matrix, row by row; nil when the matrix is singular to working precision or not finite.
  /// - Precondition: there are nine elements.
  package init?(elements: [Double]) {
    precondition(elements.count == 9, "a homography has nine elements")
    self.elements = elements
    // Hadamard: the determinant is at most the product of the rows' lengths, whatever their units.
    let bound = (0..<3).reduce(1.0) { bound, row in
      bound * elements[3 * row..<3 * row + 3].reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    guard bound.isFinite, bound > 0, abs(determinant) > 1e-14 * bound else { return nil }
  }

  /// What is known to be invertible.
  private init(trusted elements: [Double]) {
    self.elements = elements
  }

  package static let identity = Homography(trusted: [1, 0, 0, 0, 1, 0, 0, 0, 1])

  /// Where a point goes; nil when it lies on the other side of the horizon.
  package func apply(to point: Point) -> Point? {
    let h = elements
    let w = h[6] * point.x + h[7] * point.y + h[8]
    guard w > 0 else { return nil }
    return Point(
      x: (h[0] * point.x + h[1] * point.y + h[2]) / w, y: (h[3] * point.x + h[4] * point.y + h[5]) / w)
  }

  /// The map that undoes this one.
  package var inverse: Homography {
    let h = elements
    let d = determinant
    // The adjugate over the determinant.
    return Homography(trusted: [
      (h[4] * h[8] - h[5] * h[7]) / d, (h[2] * h[7] - h[1] * h[8]) / d, (h[1] * h[5] - h[2] * h[4]) / d,
      (h[5] * h[6] - h[3] * h[8]) / d, (h[0] * h[8] - h[2] * h[6]) / d, (h[2] * h[3] - h[0] * h[5]) / d,
      (h[3] * h[7] - h[4] * h[6]) / d, (h[1] * h[6] - h[0] * h[7]) / d, (h[0] * h[4] - h[1] * h[3]) / d,
    ])
  }

  /// The map that does `second` first and then `first`, as matrices are multiplied.
  package static func * (first: Homography, second: Homography) -> Homography {
    Homography(
      trusted: (0..<9).map { place in
        let (row, column) = (place / 3 * 3, place % 3)
        return (0..<3).reduce(0) { $0 + first.elements[row + $1] * second.elements[3 * $1 + column] }
      })
  }

  private var determinant: Double {
    let h = elements
    return h[0] * (h[4] * h[8] - h[5] * h[7]) - h[1] * (h[3] * h[8] - h[5] * h[6])
      + h[2] * (h[3] * h[7] - h[4] * h[6])
  }
}
