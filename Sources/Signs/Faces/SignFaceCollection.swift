/// The faces of all 43 classes with their variants: what a renderer of training pictures draws from.
///
/// Germany's faces answer to a class alone, since the classes are those of a German benchmark; other countries' faces
/// are kept apart and have to be asked for.
package struct SignFaceCollection: Sendable {
  /// A face and what it is called.
  package struct Entry: Sendable {
    package let name: SignFaceName
    package let face: SignFace
  }

  /// Every face, sorted by name: a class's German faces stand together, its plain one first.
  package let entries: [Entry]

  /// Where a country's faces of a class stand in `entries`.
  private let places: [Place: Range<Int>]

  private struct Place: Hashable {
    let sign: SignClass
    let country: SignCountry
  }

  /// - Parameter entries: faces with different names, in any order.
  init(entries: [Entry]) {
    let sorted = entries.sorted { $0.name < $1.name }
    var places: [Place: Range<Int>] = [:]
    for (at, entry) in sorted.enumerated() {
      let place = Place(sign: entry.name.sign, country: entry.name.country)
      places[place] = (places[place]?.lowerBound ?? at)..<at + 1
    }
    self.entries = sorted
    self.places = places
  }

  /// Germany's faces of a class, at least one, the plain one first.
  package subscript(sign: SignClass) -> ArraySlice<Entry> { faces(of: sign, in: .germany) }

  /// A country's faces of a class, the plain one first; none where it was not drawn.
  package func faces(of sign: SignClass, in country: SignCountry) -> ArraySlice<Entry> {
    entries[places[Place(sign: sign, country: country)] ?? 0..<0]
  }
}
