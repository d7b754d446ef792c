/// How a drive ended.
package struct OutcomeRecord: Codable, Sendable, Equatable {
  /// `stopped`, `late`, `rolled` or `ran`.
  package var outcome: String
  /// Where the car stood still, in metres before the line (negative past it); nil when it never did.
  @Nullable package var lineMargin: Double?
  /// The speed at which the line was passed in m/s; 0 for a car that had stopped before it.
  package var speedAtLine: Double
  /// How far before the line a sign was first confirmed, in metres; nil when none ever was.
  @Nullable package var confirmedAt: Double?
  /// The class number that was confirmed there.
  @Nullable package var confirmedClass: Int?
  /// What was read on the frames that the car acted on: class number as text (`none` for rejected) to frames.
  package var readings: [String: Int]

  package init(
    outcome: String, lineMargin: Double?, speedAtLine: Double, confirmedAt: Double?, confirmedClass: Int?,
    readings: [String: Int]
  ) {
    self.outcome = outcome
    self.lineMargin = lineMargin
    self.speedAtLine = speedAtLine
    self.confirmedAt = confirmedAt
    self.confirmedClass = confirmedClass
    self.readings = readings
  }

  private enum CodingKeys: String, CodingKey {
    case outcome
    case lineMargin = "line_margin_m"
    case speedAtLine = "speed_at_line_mps"
    case confirmedAt = "confirmed_at_m"
    case confirmedClass = "confirmed_class"
    case readings
  }
}

/// How many frames of the attacked drive were read otherwise than the same photograph without the attack.
///
/// The keys are named after the stop sign; for another sign `from` and `to` say which classes they count.
package struct FlipRecord: Codable, Sendable, Equatable {
  /// All frames of the drive.
  package var frames: Int
  /// The class number that the sign has.
  package var from: Int
  /// The class number that `stop_to_yield` counts.
  package var to: Int
  /// Frames read as `from` when clean and as `to` when attacked.
  package var stopToYield: Int
  /// Frames read as `from` when clean and as a third class when attacked.
  package var stopToOther: Int
  /// Frames read as `from` when clean and rejected when attacked.
  package var stopToNone: Int
  /// How far before the line the first of these frames was taken, in metres; nil when there is none.
  @Nullable package var firstAt: Double?
  package var beforeBraking: FlipsBeforeBraking

  package init(
    frames: Int, from: Int, to: Int, stopToYield: Int, stopToOther: Int, stopToNone: Int, firstAt: Double?,
    beforeBraking: FlipsBeforeBraking
  ) {
    self.frames = frames
    self.from = from
    self.to = to
    self.stopToYield = stopToYield
    self.stopToOther = stopToOther
    self.stopToNone = stopToNone
    self.firstAt = firstAt
    self.beforeBraking = beforeBraking
  }

  private enum CodingKeys: String, CodingKey {
    case frames, from, to
    case stopToYield = "stop_to_yield"
    case stopToOther = "stop_to_other"
    case stopToNone = "stop_to_none"
    case firstAt = "first_at_m"
    case beforeBraking = "before_braking"
  }
}

/// The flips that decide the drive: those on photographs taken before comfortable braking had to begin.
package struct FlipsBeforeBraking: Codable, Sendable, Equatable {
  /// How far before the line a photograph must be taken for a comfortable stop, in metres.
  package var brakingPoint: Double
  /// Frames taken at least that far before the line.
  package var frames: Int
  /// Those among them read as `from` when clean and as `to` when attacked.
  package var stopToYield: Int

  package init(brakingPoint: Double, frames: Int, stopToYield: Int) {
    self.brakingPoint = brakingPoint
    self.frames = frames
    self.stopToYield = stopToYield
  }

  private enum CodingKeys: String, CodingKey {
    case brakingPoint = "braking_point_m"
    case frames
    case stopToYield = "stop_to_yield"
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
