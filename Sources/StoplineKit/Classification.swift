internal import Records

/// What was read in a picture.
public struct Classification: Sendable, Equatable {
  /// The class's name; nil when the reading was rejected.
  public let name: String?
  /// How sure the reader is, in [0, 1].
  public let confidence: Double

  init(_ record: ClassificationRecord) {
    name = record.name
    confidence = record.confidence
  }
}
