/// Moves centre lines of a glyph so that the edges of stems and bars fall on pixel borders; what lies between two of them
/// is spread evenly.
struct PixelGrid: Sendable {
  /// Centre lines in the glyph's units, rising.
  private var places: [Double]
  /// Where each comes to lie, in pixels.
  private var pixels: [Double]
  /// Pixels a unit, which holds beyond the outermost places.
  private let scale: Double

  /// - Parameters:
  ///   - anchors: places that come to lie at given pixels.
  ///   - others: places to be put so that a stroke's lower edge falls on a pixel border, unless an anchor is close by.
  ///   - scale: pixels a unit, above 0.
  ///   - strokeWidth: in pixels.
  init(anchors: [(place: Double, pixel: Double)], others: [Double], scale: Double, strokeWidth: Double) {
    self.scale = scale
    let anchors = anchors.sorted { $0.place < $1.place }
    places = []
    pixels = []
    for anchor in anchors where places.last != anchor.place {
      places.append(anchor.place)
      pixels.append(anchor.pixel)
    }
    let fixed = places
    for place in Set(others).sorted() where fixed.allSatisfy({ abs($0 - place) >= 1.5 }) {
      insert(place, at: (self[place] - strokeWidth / 2).rounded() + strokeWidth / 2)
    }
  }

  private mutating func insert(_ place: Double, at pixel: Double) {
    let index = places.firstIndex { $0 > place } ?? places.count
    places.insert(place, at: index)
    pixels.insert(pixel, at: index)
  }

  /// Where a place in the glyph's units comes to lie, in pixels.
  subscript(place: Double) -> Double {
    guard let first = places.first, let last = places.last else { return place * scale }
    if place <= first { return pixels[0] + (place - first) * scale }
    if place >= last { return pixels[pixels.count - 1] + (place - last) * scale }
    let upper = places.firstIndex { $0 >= place } ?? places.count - 1
    let share = (place - places[upper - 1]) / (places[upper] - places[upper - 1])
    return pixels[upper - 1] + share * (pixels[upper] - pixels[upper - 1])
  }
}
