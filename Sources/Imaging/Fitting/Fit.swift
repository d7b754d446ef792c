/// How a part of a picture becomes a picture of other proportions.
package enum Fit: Sendable, Equatable {
  /// Each axis by itself: where the proportions differ, a circle becomes an ellipse.
  case stretched
  /// Proportions are kept: the part grows about its middle along the side that is too short, into what lies around it;
  /// beyond the picture its edge pixels go on.
  case grown
  /// Proportions are kept: the part lies in the middle of one colour.
  case padded(Color)

  /// A colour for `padded` that favours no sign: middle grey.
  package static let neutral = Color(red: 0.5, green: 0.5, blue: 0.5)
}
