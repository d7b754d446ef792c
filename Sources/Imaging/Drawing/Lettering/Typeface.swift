/// Stopline's own face: a plain upright sans drawn with a round pen, for every character of Latin-1, other
/// Latin letters with marks, and a few signs.
///
/// Glyphs are kept as the pen's centre lines and set into pixels at the size that is asked for, with their stems and
/// bars moved onto whole pixels, so that small captions are crisp and headings are smooth.
enum Typeface {
  /// One character's drawing.
  struct Glyph: Sendable {
    /// The centre lines.
    var path: StrokePath
    /// The leftmost and rightmost centre line that spacing counts from.
    var extent: ClosedRange<Double>
    /// The room left of the first stem's edge and right of the last one's.
    var bearings: (left: Double, right: Double)
    /// Centre lines of upright stems between the outermost ones.
    var stems: [Double]
    /// Centre lines of level bars.
    var bars: [Double]
  }

  /// The glyphs of all characters that the face has.
  static let glyphs: [Character: Glyph] = {
    var glyphs: [Character: Glyph] = [:]
    for line in (source + "\n" + latinSource).split(separator: "\n") {
      if let (character, glyph) = Glyph.read(line) { glyphs[character] = glyph }
    }
    return glyphs
  }()

  /// What stands for a character that the face does not have.
  private static let missing: Character = "?"

  /// The drawing of a character, a question mark if the face does not have it; nil for a space.
  static func glyph(for character: Character) -> Glyph? {
    character.isWhitespace ? nil : glyphs[character] ?? marked(character) ?? glyphs[missing]
  }

  /// The height of capitals between centre lines, which all sizes are taken from.
  static let capHeight = 10.0
  /// The height of small letters between centre lines.
  static let smallHeight = 7.0
  /// The room that a space takes.
  static let spaceWidth = 3.4
}

extension Typeface.Glyph {
  /// Reads a line of the face's source.
  fileprivate static func read(_ line: Substring) -> (character: Character, glyph: Typeface.Glyph)? {
    let fields = line.split(separator: " ", maxSplits: 2)
    guard fields.count == 3, let character = character(fields[0]), let path = StrokePath(fields[2]),
      let left = bearing(fields[1].first), let right = bearing(fields[1].last)
    else { return nil }
    let points = path.lines.joined() + path.dots
    guard let low = points.map(\.x).min(), let high = points.map(\.x).max() else { return nil }
    let extent = fields[1] == "tt" ? 0...figureWidth : low...high
    return (
      character,
      Typeface.Glyph(
        path: path, extent: extent, bearings: (left, right), stems: path.levels(of: \.x, along: \.y),
        bars: path.levels(of: \.y, along: \.x))
    )
  }

  /// The width of every figure between centre lines.
  private static let figureWidth = 5.6

  private static func character(_ name: Substring) -> Character? {
    guard name.hasPrefix("U+") else { return name.count == 1 ? name.first : nil }
    return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init).map(Character.init)
  }

  private static func bearing(_ side: Character?) -> Double? {
    switch side {
    case "s": 1.1
    case "r": 0.85
    case "t": 0.95
    case "o": 0.45
    default: nil
    }
  }
}

extension StrokePath {
  /// The places of straight pieces that keep one coordinate and run at least 2 along the other.
  fileprivate func levels(of across: KeyPath<Point, Double>, along: KeyPath<Point, Double>) -> [Double] {
    var levels: [Double] = []
    for line in lines {
      for (start, end) in zip(line, line.dropFirst())
      where start[keyPath: across] == end[keyPath: across]
        && abs(start[keyPath: along] - end[keyPath: along]) >= 2
      {
        levels.append(start[keyPath: across])
      }
    }
    return levels
  }
}
