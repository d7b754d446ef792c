/// What `stopline classify --json` prints for one file, on one line.
package struct ClassificationRecord: Codable, Sendable, Equatable {
  /// The path as the user gave it.
  package var file: String
  /// The class number, 0...42; nil when the reading was rejected.
  @Nullable package var classNumber: Int?
  /// The class's name; nil when the reading was rejected.
  @Nullable package var name: String?
  /// How sure the reader was, in [0, 1].
  package var confidence: Double
  /// The five likeliest classes, best first, whether or not the reading was rejected.
  package var top: [ReadingRecord]
  /// The scores before softmax, index = class number; left out unless asked for.
  package var logits: [Float]?

  package init(file: String, reading: ReadingRecord, top: [ReadingRecord], logits: [Float]? = nil) {
    self.file = file
    self.classNumber = reading.classNumber
    self.name = reading.name
    self.confidence = reading.confidence
    self.top = top
    self.logits = logits
  }

  private enum CodingKeys: String, CodingKey {
    case file
    case classNumber = "class"
    case name, confidence, top, logits
  }
}
