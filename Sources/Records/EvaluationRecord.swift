/// What `stopline evaluate --json` prints: how well a model reads a labelled set.
package struct EvaluationRecord: Codable, Sendable, Equatable {
  /// The version of this record's layout: `stopline.evaluation/2`.
  package var schema = "stopline.evaluation/2"
  /// The program's.
  package var version = ProgramVersion.current
  package var arithmetic: ArithmeticRecord
  package var subject: SubjectRecord
  package var data: DataRecord
  /// What the choice of images and their corruptions are drawn from.
  package var seed: UInt64
  /// How many were read.
  package var images: Int
  /// How many physical signs they show: images of one are near copies.
  package var tracks: Int
  /// Images of signs that the model does not tell apart, which were not read.
  package var leftOut: LeftOut
  /// The share read correctly, in [0, 1]; a rejected reading is not correct.
  package var accuracy: Double
  /// What the accuracy may be in truth at 95 %, low and high, each track counted once.
  package var interval95: [Double]
  /// Confusions that decide what a car does, whether or not they happened.
  package var watched: [Confusion]
  /// One entry a class, in order of class number.
  package var perClass: [ClassScores]
  /// Pairs of different classes that were confused, most images first.
  package var confusions: [Confusion]
  /// What corruptions of the images make of it; left out unless asked for.
  package var corruptions: CorruptionRecord?

  package init(
    arithmetic: ArithmeticRecord, subject: SubjectRecord, data: DataRecord, seed: UInt64, images: Int, tracks: Int,
    leftOut: LeftOut, accuracy: Double, interval95: ClosedRange<Double>, watched: [Confusion], perClass: [ClassScores],
    confusions: [Confusion], corruptions: CorruptionRecord? = nil
  ) {
    self.arithmetic = arithmetic
    self.subject = subject
    self.data = data
    self.seed = seed
    self.images = images
    self.tracks = tracks
    self.leftOut = leftOut
    self.accuracy = accuracy
    self.interval95 = [interval95.lowerBound, interval95.upperBound]
    self.watched = watched
    self.perClass = perClass
    self.confusions = confusions
    self.corruptions = corruptions
  }

  private enum CodingKeys: String, CodingKey {
    case schema, version, arithmetic, subject, data, seed, images, tracks
    case leftOut = "left_out"
    case accuracy, interval95, watched
    case perClass = "per_class"
    case confusions, corruptions
  }
}

/// Images that a set holds and a figure does not count.
package struct LeftOut: Codable, Sendable, Equatable {
  package var images: Int
  /// The names of the signs that they show.
  package var names: [String]

  package init(images: Int = 0, names: [String] = []) {
    self.images = images
    self.names = names
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
