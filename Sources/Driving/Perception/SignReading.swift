import Signs

/// What a reader said of one picture of a sign, its defences heard.
package struct SignReading: Sendable, Equatable {
  /// The class by the reader's own number; nil when the reading was rejected.
  package var classNumber: Int?
  /// The sign that the class stands for; nil when the reading was rejected, and when the class is no sign that we know.
  package var sign: SignClass?
  /// How sure the reader was of its likeliest class, in [0, 1]; kept when it was rejected.
  package var confidence: Double

  package init(classNumber: Int?, sign: SignClass?, confidence: Double) {
    self.classNumber = classNumber
    self.sign = sign
    self.confidence = confidence
  }
}
