/// A country whose signs are drawn; the raw value is its two-letter code (ISO 3166-1), as the names of faces have it.
package enum SignCountry: String, Sendable, Hashable, CaseIterable {
  /// The signs of the benchmark, and what a face is when nothing else is said.
  case germany = "de"
  case unitedStates = "us"

  /// How wide a plate of the usual size is there, in metres: in Germany the shape's own; in the United States as on
  /// conventional roads (MUTCD 2009, table 2B-1: R1-1 750 mm, R1-2 900 mm).
  package func standardWidth(of shape: SignShape) -> Double {
    switch (self, shape) {
    case (.unitedStates, .octagon): 0.75
    default: shape.standardWidth
    }
  }
}
