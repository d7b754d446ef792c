/// How a picture must be turned to stand upright: EXIF's `Orientation` (tag 274) with its own numbers (CIPA DC-008,
/// 4.6.4).
enum Orientation: Int, CaseIterable {
  /// As it is stored.
  case upright = 1
  /// Left and right are exchanged.
  case mirrored
  /// By half a turn.
  case halfTurn
  /// Top and bottom are exchanged.
  case flipped
  /// Rows and columns are exchanged.
  case transposed
  /// By a quarter turn clockwise.
  case quarterTurnClockwise
  /// Rows and columns are exchanged about the other diagonal.
  case transversed
  /// By a quarter turn counterclockwise.
  case quarterTurnCounterclockwise

  /// Whether width and height change places.
  var exchangesSides: Bool { rawValue >= Orientation.transposed.rawValue }

  /// Where in the stored picture of `width` x `height` pixels the upright picture's pixel (x, y) stands.
  func source(x: Int, y: Int, width: Int, height: Int) -> (x: Int, y: Int) {
    switch self {
    case .upright: (x, y)
    case .mirrored: (width - 1 - x, y)
    case .halfTurn: (width - 1 - x, height - 1 - y)
    case .flipped: (x, height - 1 - y)
    case .transposed: (y, x)
    case .quarterTurnClockwise: (y, height - 1 - x)
    case .transversed: (width - 1 - y, height - 1 - x)
    case .quarterTurnCounterclockwise: (width - 1 - y, x)
    }
  }
}
