/// How a drive ended.
package struct OutcomeRecord: Codable, Sendable, Equatable {
  /// At a sign that asks to stand `stopped`, `late`, `rolled` or `ran`; to give way `gave-way` or `did-not-give-way`; at a
  /// limit `kept-below` or `too-fast`; at a sign that forbids to go on `entered`; at others `passed`. Where none asks for
  /// it, `phantom-stop` and `phantom-braking`.
  package var outcome: String
  /// Whether what the sign asks for was not done, or more than it asks for.
  package var isWrong: Bool
  /// What led to the outcome, a sentence.
  package var why: String
  /// Where the car stood still, in metres before the line (negative past it); nil when it never did.
  @Nullable package var lineMargin: Double?
  /// The speed at which the line was passed in m/s; 0 for a car that had stopped before it.
  package var speedAtLine: Double
  /// The hardest braking before the line, in m/s2, positive.
  package var hardestBraking: Double
  /// What the car believed from when on.
  package var beliefs: [BeliefRecord]
  /// What the photographs were read as that the car acted on.
  package var readings: ReadingCounts
  /// The same of those taken before the last moment to believe.
  package var beforeBraking: ReadingCounts
  /// Whom the car hit; nil when nobody, as in all drives without traffic.
  @Nullable package var collision: CollisionRecord?

  package init(
    outcome: String, isWrong: Bool, why: String, lineMargin: Double?, speedAtLine: Double, hardestBraking: Double,
    beliefs: [BeliefRecord], readings: ReadingCounts, beforeBraking: ReadingCounts, collision: CollisionRecord? = nil
  ) {
    self.outcome = outcome
    self.isWrong = isWrong
    self.why = why
    self.lineMargin = lineMargin
    self.speedAtLine = speedAtLine
    self.hardestBraking = hardestBraking
    self.beliefs = beliefs
    self.readings = readings
    self.beforeBraking = beforeBraking
    self.collision = collision
  }

  private enum CodingKeys: String, CodingKey {
    case outcome
    case isWrong = "wrong"
    case why
    case lineMargin = "line_margin_m"
    case speedAtLine = "speed_at_line_mps"
    case hardestBraking = "hardest_braking_mps2"
    case beliefs, readings
    case beforeBraking = "before_braking"
    case collision
  }
}

/// A change of what the car believed.
package struct BeliefRecord: Codable, Sendable, Equatable {
  /// Seconds since the drive began, at the photograph that changed it.
  package var time: Double
  /// Metres to the stop line there.
  package var distance: Double
  /// The class number; nil when a confirmed sign was forgotten.
  @Nullable package var classNumber: Int?

  package init(time: Double, distance: Double, classNumber: Int?) {
    self.time = time
    self.distance = distance
    self.classNumber = classNumber
  }

  private enum CodingKeys: String, CodingKey {
    case time = "t_s"
    case distance = "distance_m"
    case classNumber = "class"
  }
}

/// A collision: with whom, when, and how fast both met.
package struct CollisionRecord: Codable, Sendable, Equatable {
  /// `crossing`, `follower`, `pedestrian`.
  package var with: String
  /// Seconds since the drive began.
  package var time: Double
  /// The speed of one against the other, in m/s.
  package var closingSpeed: Double

  package init(with: String, time: Double, closingSpeed: Double) {
    self.with = with
    self.time = time
    self.closingSpeed = closingSpeed
  }

  private enum CodingKeys: String, CodingKey {
    case with
    case time = "t_s"
    case closingSpeed = "closing_speed_mps"
  }
}

/// What an attack asked of the network.
package struct CostRecord: Codable, Sendable, Equatable {
  /// Pictures read.
  package var queries: Int
  /// Gradients taken.
  package var gradients: Int

  package init(queries: Int = 0, gradients: Int = 0) {
    self.queries = queries
    self.gradients = gradients
  }
}
