/// How lettering looks: its size and how thick its strokes are.
package struct TextStyle: Sendable, Hashable {
  /// How thick the strokes are.
  package enum Weight: Sendable, Hashable, CaseIterable {
    case regular, bold
  }

  /// How tall a capital stands, in pixels, at least 5.
  package let capHeight: Int
  package let weight: Weight

  /// - Parameters:
  ///   - capHeight: how tall a capital stands, in pixels; below 5 counts as 5, since nothing smaller can be read.
  ///   - weight: how thick the strokes are.
  package init(capHeight: Int, weight: Weight = .regular) {
    self.capHeight = max(5, capHeight)
    self.weight = weight
  }

  /// For captions beside pictures.
  package static let small = TextStyle(capHeight: 9)
  /// For headings.
  package static let large = TextStyle(capHeight: 18, weight: .bold)

  /// Pixels a unit of the face.
  var scale: Double { Double(capHeight) / (Typeface.capHeight + penWidth) }

  /// The pen's width in pixels, at least 1.
  var strokeWidth: Double { max(1, penWidth * scale) }

  /// The pen's width in units of the face.
  private var penWidth: Double { weight == .bold ? 1.9 : 1.2 }

  /// How far strokes may reach above a capital or below the baseline, in pixels.
  package var overshoot: Int { Int((3 * scale + strokeWidth).rounded(.up)) }
}
