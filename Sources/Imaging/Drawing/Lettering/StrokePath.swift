/// The centre lines of a glyph's strokes, curves cut into straight pieces; y goes up from the baseline.
struct StrokePath: Sendable {
  /// Lines of the pen, each through at least two points.
  private(set) var lines: [[Point]] = []
  /// Places where the pen is set down and lifted: the dots of i, j and punctuation.
  private(set) var dots: [Point] = []

  /// Reads a path.
  ///
  /// `M` sets the pen down, `L` draws straight, `C` draws a cubic Bézier curve (two control points, then the end). `V` and
  /// `H` draw a quarter of a rounded box, leaving upright (`V`) or level (`H`) and arriving the other way. `D` sets a dot.
  /// - Returns: nil when the text is not a path.
  init?(_ text: Substring) {
    var numbers: [Double] = []
    var command: Character?
    for token in text.split(separator: " ") {
      var rest = token
      if let letter = rest.first, letter.isLetter {
        if let command, !numbers.isEmpty || command.isWhitespace { return nil }
        command = letter
        rest = rest.dropFirst()
      }
      let pair = rest.split(separator: ",")
      guard pair.count == 2, let x = Double(pair[0]), let y = Double(pair[1]), let drawn = command else { return nil }
      numbers += [x, y]
      guard numbers.count == (drawn == "C" ? 6 : 2) else { continue }
      guard draw(drawn, numbers) else { return nil }
      numbers = []
    }
    guard numbers.isEmpty, lines.allSatisfy({ $0.count > 1 }) else { return nil }
  }

  /// The path elsewhere.
  func moved(x: Double, y: Double) -> StrokePath {
    var path = self
    func moved(_ point: Point) -> Point { Point(x: point.x + x, y: point.y + y) }
    path.lines = lines.map { $0.map(moved) }
    path.dots = dots.map(moved)
    return path
  }

  /// Both paths, one after the other.
  func joined(with other: StrokePath) -> StrokePath {
    var path = self
    path.lines += other.lines
    path.dots += other.dots
    return path
  }

  private mutating func draw(_ command: Character, _ numbers: [Double]) -> Bool {
    let end = Point(x: numbers[numbers.count - 2], y: numbers[numbers.count - 1])
    switch command {
    case "D": dots.append(end)
    case "M": lines.append([end])
    case "L", "C", "V", "H":
      guard let start = lines.last?.last else { return false }
      let line = lines.count - 1
      switch command {
      case "L": lines[line].append(end)
      case "C":
        let controls = (Point(x: numbers[0], y: numbers[1]), Point(x: numbers[2], y: numbers[3]))
        lines[line] += StrokePath.curve(from: start, controls, to: end)
      case "V":
        lines[line] += StrokePath.curve(
          from: start,
          (
            Point(x: start.x, y: start.y + StrokePath.fullness * (end.y - start.y)),
            Point(x: end.x + StrokePath.fullness * (start.x - end.x), y: end.y)
          ), to: end)
      default:
        lines[line] += StrokePath.curve(
          from: start,
          (
            Point(x: start.x + StrokePath.fullness * (end.x - start.x), y: start.y),
            Point(x: end.x, y: end.y + StrokePath.fullness * (start.y - end.y))
          ), to: end)
      }
    default: return false
    }
    return true
  }

  /// How far a quarter's control points reach to its corner: 0.552 makes an ellipse, more a squarer bowl.
  private static let fullness = 0.6

  /// The points of a cubic Bézier curve after its start.
  private static func curve(from start: Point, _ controls: (Point, Point), to end: Point) -> [Point] {
    let pieces = 10
    return (1...pieces).map { piece in
      let t = Double(piece) / Double(pieces)
      let u = 1 - t
      func mixed(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
        u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d
      }
      return Point(
        x: mixed(start.x, controls.0.x, controls.1.x, end.x), y: mixed(start.y, controls.0.y, controls.1.y, end.y))
    }
  }
}
