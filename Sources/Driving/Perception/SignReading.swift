import Signs

/// What a reader said of one picture of a sign.
package struct SignReading: Sendable, Equatable {
  /// The class; nil when the reading was rejected.
  package var sign: SignClass?
  /// How sure the reader was of its likeliest class, in [0, 1]; kept when it was rejected.
  package var confidence: Double

  package init(sign: SignClass?, confidence: Double) {
    self.sign = sign
    self.confidence = confidence
  }

  /// The reading as it is when less confidence than `threshold` (or NaN) counts as no reading.
  package func rejected(below threshold: Double) -> SignReading {
    confidence >= threshold ? self : SignReading(sign: nil, confidence: confidence)
  }
}
