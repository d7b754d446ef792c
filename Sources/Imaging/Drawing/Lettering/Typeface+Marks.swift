import Foundation

extension Typeface {
  /// A letter with its marks: the accents of Latin-1, and of any other letter whose base and marks the face has.
  static func marked(_ character: Character) -> Glyph? {
    let scalars = String(character).decomposedStringWithCanonicalMapping.unicodeScalars
    guard let base = scalars.first, scalars.count > 1 else { return nil }
    // A letter that carries a mark above loses its own dot.
    let letter: Character = base == "i" ? "\u{131}" : Character(base)
    guard var glyph = glyphs[letter] else { return nil }
    for scalar in scalars.dropFirst() {
      guard let mark = marks[scalar] else { return nil }
      glyph.add(mark, isBelow: marksBelow.contains(scalar))
    }
    return glyph
  }

  private static let marksBelow: Set<Unicode.Scalar> = ["\u{327}", "\u{328}"]

  private static let marks: [Unicode.Scalar: StrokePath] = {
    var marks: [Unicode.Scalar: StrokePath] = [:]
    for line in markSource.split(separator: "\n") {
      let fields = line.split(separator: " ", maxSplits: 1)
      if let name = fields.first?.dropFirst(2), let scalar = UInt32(name, radix: 16).flatMap(Unicode.Scalar.init),
        let path = fields.last.flatMap({ StrokePath($0) })
      {
        marks[scalar] = path
      }
    }
    return marks
  }()
}

extension Typeface.Glyph {
  /// Room between a letter's top and a mark above it, between centre lines.
  private static let markGap = 1.5

  /// Sets a mark over the middle of the letter, or under it.
  fileprivate mutating func add(_ mark: StrokePath, isBelow: Bool) {
    let points = path.lines.joined() + path.dots
    let top = points.map(\.y).max() ?? Typeface.smallHeight
    let middle = (extent.lowerBound + extent.upperBound) / 2
    let placed = mark.moved(x: middle, y: isBelow ? 0 : top + Typeface.Glyph.markGap)
    let reach = (placed.lines.joined() + placed.dots).map(\.x)
    path = path.joined(with: placed)
    extent = min(extent.lowerBound, reach.min() ?? middle)...max(extent.upperBound, reach.max() ?? middle)
  }
}
