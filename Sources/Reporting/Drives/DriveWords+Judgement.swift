import Records

extension DriveWords {
  /// How a drive ended, beside what the sign at the line asks for.
  enum Judgement: Sendable {
    case right
    /// It stood still, but past the line.
    case late
    case wrong
  }

  /// Whether a drive ended as the sign asks: a stop sign to stand still before the line, a yield sign to be slow at it,
  /// every other sign to drive on.
  func judgement(_ drive: OutcomeRecord) -> Judgement {
    switch (names[record.flips.from], drive.outcome) {
    case ("stop", "stopped"): .right
    case ("stop", "late"): .late
    case ("stop", _): .wrong
    case ("yield", "ran"): .wrong
    case ("yield", _): .right
    case (_, "ran"): .right
    default: .wrong
    }
  }

  /// The colour of a judgement on a terminal.
  func tone(_ drive: OutcomeRecord) -> TerminalStyle.Tone { judgement(drive) == .right ? .good : .bad }

  /// How a drive ended, after "the drive".
  func ending(_ drive: OutcomeRecord) -> String {
    switch drive.outcome {
    case "stopped", "late": "stopped \(DriveWords.standstill(drive))"
    case "rolled": "rolled over the line at \(Figure.speed(drive.speedAtLine))"
    case "ran": "\(pastTheLine) at \(Figure.speed(drive.speedAtLine))"
    default: "ended as \(drive.outcome)"
    }
  }

  /// How a drive ended, in two or three words.
  func headline(_ drive: OutcomeRecord) -> String {
    switch (names[record.flips.from], drive.outcome) {
    case (_, "stopped"): "stopped"
    case (_, "late"): "stopped late"
    case ("stop", "rolled"): "did not stop"
    case (_, "rolled"): "rolled on"
    case (_, "ran"): pastTheLine
    default: drive.outcome
    }
  }

  /// What a car has done that passed the line at speed.
  private var pastTheLine: String {
    ["stop", "yield"].contains(names[record.flips.from]) ? "ran the sign" : "drove on"
  }
}
