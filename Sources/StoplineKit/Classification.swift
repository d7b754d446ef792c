internal import Records

/// What was read in a picture.
public struct Classification: Sendable, Equatable {
  /// The model's own number of the class; nil when the reading was rejected.
  public let classNumber: Int?
  /// The class's name; nil when the reading was rejected.
  public let name: String?
  /// How sure the model is, in [0, 1].
  public let confidence: Double

  init(_ reading: ReadingRecord) {
    classNumber = reading.classNumber
    name = reading.name
    confidence = reading.confidence
  }
}
