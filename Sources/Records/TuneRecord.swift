/// What `stopline tune --json` prints: what each rejection threshold buys and costs.
package struct TuneRecord: Codable, Sendable, Equatable {
  /// The version of this record's layout: `stopline.tune/2`.
  package var schema = "stopline.tune/2"
  package var version = ProgramVersion.current
  package var arithmetic: ArithmeticRecord
  /// What reads; the rejection that is tuned is not among its defences.
  package var subject: SubjectRecord
  package var data: DataRecord
  /// Pictures of signs that the subject does not tell apart.
  package var leftOut: LeftOut
  package var seed: UInt64
  /// The sign that must not be missed.
  package var sign: ClassRecord
  /// What the attacks want read; nil for anything but the sign.
  @Nullable package var target: ClassRecord?
  package var limits: TuneLimits
  /// The pictures as they are.
  package var clean: TuneSample
  /// The pictures that each attack was given.
  package var crafted: TuneSample
  /// The attacks; the rows name them by their `text`.
  package var attacks: [TunedAttack]
  /// The threshold that keeps the limits; nil when none does.
  @Nullable package var chosen: ThresholdRow?
  /// One row a threshold, rising.
  package var rows: [ThresholdRow]
  /// What k of n and memory make of the readings along whole approaches; nil when none was driven.
  @Nullable package var confirmation: ConfirmationRecord?

  package init(
    arithmetic: ArithmeticRecord, subject: SubjectRecord, data: DataRecord, leftOut: LeftOut = LeftOut(), seed: UInt64,
    sign: ClassRecord, target: ClassRecord?, limits: TuneLimits, clean: TuneSample, crafted: TuneSample,
    attacks: [TunedAttack],
    chosen: ThresholdRow?, rows: [ThresholdRow], confirmation: ConfirmationRecord?
  ) {
    self.arithmetic = arithmetic
    self.subject = subject
    self.data = data
    self.leftOut = leftOut
    self.seed = seed
    self.sign = sign
    self.target = target
    self.limits = limits
    self.clean = clean
    self.crafted = crafted
    self.attacks = attacks
    self.chosen = chosen
    self.rows = rows
    self.confirmation = confirmation
  }

  private enum CodingKeys: String, CodingKey {
    case schema, version, arithmetic, subject, data
    case leftOut = "left_out"
    case seed, sign, target, limits, clean, crafted, attacks, chosen, rows, confirmation
  }
}

/// A class of the reader's list.
package struct ClassRecord: Codable, Sendable, Equatable {
  /// The reader's own number.
  package var classNumber: Int
  package var name: String

  package init(classNumber: Int, name: String) {
    self.classNumber = classNumber
    self.name = name
  }

  private enum CodingKeys: String, CodingKey {
    case classNumber = "class"
    case name
  }
}

/// What the chosen threshold must keep. Shares in [0, 1].
package struct TuneLimits: Codable, Sendable, Equatable {
  /// Of the clean pictures that are read rightly, the share that may be rejected.
  package var maxFalseReject: Double
  /// Of the pictures that the strongest attack crafted, the share that may pass; nil for no such limit.
  @Nullable package var maxPassed: Double?

  package init(maxFalseReject: Double, maxPassed: Double?) {
    self.maxFalseReject = maxFalseReject
    self.maxPassed = maxPassed
  }

  private enum CodingKeys: String, CodingKey {
    case maxFalseReject = "max_false_reject"
    case maxPassed = "max_passed"
  }
}

/// How much a figure rests on.
package struct TuneSample: Codable, Sendable, Equatable {
  package var images: Int
  /// How many signs they show: pictures of one sign are near copies.
  package var tracks: Int
  /// How many pictures were asked for; nil for all there are.
  @Nullable package var asked: Int?

  package init(images: Int, tracks: Int, asked: Int? = nil) {
    self.images = images
    self.tracks = tracks
    self.asked = asked
  }
}

/// An attack that a threshold was tuned against.
package struct TunedAttack: Codable, Sendable, Equatable {
  /// As it was asked for: `pgd(epsilon=4/255)`.
  package var text: String
  package var method: MethodRecord

  package init(text: String, method: MethodRecord) {
    self.text = text
    self.method = method
  }
}
