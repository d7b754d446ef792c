/// What `stopline evaluate --json` prints: how well a model reads a labelled set.
package struct EvaluationRecord: Codable, Sendable, Equatable {
  package var images: Int
  /// The share read correctly, in [0, 1].
  package var accuracy: Double
  /// Stop signs read as yield.
  package var stopAsYield: Int
  /// Yield signs read as stop.
  package var yieldAsStop: Int
  /// One entry a class, in order of class number.
  package var perClass: [ClassScores]
  /// Pairs of different classes that were confused, most images first.
  package var confusions: [Confusion]
  /// What corruptions of the images make of it; left out unless asked for.
  package var corruptions: CorruptionRecord?

  package init(
    images: Int, accuracy: Double, stopAsYield: Int, yieldAsStop: Int, perClass: [ClassScores],
    confusions: [Confusion], corruptions: CorruptionRecord? = nil
  ) {
    self.images = images
    self.accuracy = accuracy
    self.stopAsYield = stopAsYield
    self.yieldAsStop = yieldAsStop
    self.perClass = perClass
    self.confusions = confusions
    self.corruptions = corruptions
  }

  private enum CodingKeys: String, CodingKey {
    case images, accuracy
    case stopAsYield = "stop_as_yield"
    case yieldAsStop = "yield_as_stop"
    case perClass = "per_class"
    case confusions, corruptions
  }
}

/// How well one class is read against all others.
package struct ClassScores: Codable, Sendable, Equatable {
  package var classNumber: Int
  package var name: String
  /// Images of this class.
  package var images: Int
  /// Of the images read as this class, the share that is; nil when none was.
  @Nullable package var precision: Double?
  /// Of the images of this class, the share read as it; nil when there is none.
  @Nullable package var sensitivity: Double?
  /// Of the images of other classes, the share not read as this one; nil when there is none.
  @Nullable package var specificity: Double?

  package init(
    classNumber: Int, name: String, images: Int, precision: Double?, sensitivity: Double?, specificity: Double?
  ) {
    self.classNumber = classNumber
    self.name = name
    self.images = images
    self.precision = precision
    self.sensitivity = sensitivity
    self.specificity = specificity
  }

  private enum CodingKeys: String, CodingKey {
    case classNumber = "class"
    case name, images, precision, sensitivity, specificity
  }
}

/// Images of one class that were read as another.
package struct Confusion: Codable, Sendable, Equatable {
  /// The class number that was shown.
  package var from: Int
  /// The class number that was read.
  package var to: Int
  package var images: Int

  package init(from: Int, to: Int, images: Int) {
    self.from = from
    self.to = to
    self.images = images
  }
}
