/// What the reader said of one picture: `{"class": 14, "name": "stop", "confidence": 0.97}`.
package struct ReadingRecord: Codable, Sendable, Equatable {
  /// The class number, 0...42; nil when the reading was rejected.
  @Nullable package var classNumber: Int?
  /// The class's name; nil when the reading was rejected.
  @Nullable package var name: String?
  /// How sure the reader was, in [0, 1].
  package var confidence: Double

  package init(classNumber: Int?, name: String?, confidence: Double) {
    self.classNumber = classNumber
    self.name = name
    self.confidence = confidence
  }

  private enum CodingKeys: String, CodingKey {
    case classNumber = "class"
    case name, confidence
  }
}

/// What the reader said of one frame of a drive: `{"class": 14, "confidence": 0.97}`.
package struct FrameReading: Codable, Sendable, Equatable {
  /// The class number, 0...42; nil when the reading was rejected.
  @Nullable package var classNumber: Int?
  /// How sure the reader was, in [0, 1].
  package var confidence: Double

  package init(classNumber: Int?, confidence: Double) {
    self.classNumber = classNumber
    self.confidence = confidence
  }

  private enum CodingKeys: String, CodingKey {
    case classNumber = "class"
    case confidence
  }
}
