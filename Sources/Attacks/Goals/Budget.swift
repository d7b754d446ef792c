/// What an attack may spend and how far it may change an image; a budget is part of an attack's name.
///
/// Limits that are nil do not bind. The harness holds the attack to the limits on change, queries and gradients; steps
/// and settings are stated so that a figure can be repeated.
package struct Budget: Sendable, Hashable {
  /// The largest change of any channel value, in [0, 1].
  package var linf: Double?
  /// The share of an image's channel values that may change, in [0, 1].
  package var featureShare: Double?
  /// The share of an image's pixels that may change, in [0, 1].
  package var pixelShare: Double?
  /// How many steps are taken at most.
  package var steps: Int?
  /// How many images the reader may be asked about for each image attacked.
  package var queries: Int?
  /// How many backward passes may be made for each image attacked.
  package var gradients: Int?
  /// The method's own settings, in the order in which they are printed.
  package var settings: [Entry]

  package init(
    linf: Double? = nil, featureShare: Double? = nil, pixelShare: Double? = nil, steps: Int? = nil,
    queries: Int? = nil, gradients: Int? = nil, settings: [Entry] = []
  ) {
    self.linf = linf
    self.featureShare = featureShare
    self.pixelShare = pixelShare
    self.steps = steps
    self.queries = queries
    self.gradients = gradients
    self.settings = settings
  }

  /// One line of a budget: a key as records spell it, and its value.
  package struct Entry: Sendable, Hashable {
    package let key: String
    package let value: Value

    package init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }
  }

  package enum Value: Sendable, Hashable {
    case count(Int)
    case number(Double)
    case word(String)
  }
}
