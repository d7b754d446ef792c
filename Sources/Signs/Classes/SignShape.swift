/// The outline of a sign plate.
package enum SignShape: String, Sendable, CaseIterable {
  case circle
  /// Apex up: danger signs and priority at the next junction.
  case triangle
  /// Apex down: yield alone.
  case invertedTriangle = "inverted-triangle"
  /// Stop alone.
  case octagon
  /// A square on its corner: priority road.
  case diamond

  /// How wide the plate of the usual size is, in metres: size 2 of VwV-StVO on paragraphs 39 to 43, section III
  /// (discs 600 mm across, triangles 900 mm a side, squares 600 mm a side), and 900 mm for the octagon (Z.206).
  package var standardWidth: Double {
    switch self {
    case .circle: 0.6
    case .triangle, .invertedTriangle, .octagon: 0.9
    case .diamond: 0.6 * 2.0.squareRoot()
    }
  }
}
