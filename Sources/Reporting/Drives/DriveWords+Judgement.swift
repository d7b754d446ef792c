import Records

extension DriveWords {
  /// How a drive ended, beside what the sign at the line asks for.
  enum Judgement: Sendable {
    case right
    /// It stood still, but past the line; or no car could have done what the sign asks.
    case excused
    case wrong
    /// The car does nothing for such a sign, so how it drove says nothing of what was read.
    case idle
  }

  /// Whether a drive ended as the sign asks.
  func judgement(_ drive: OutcomeRecord) -> Judgement {
    guard record.sign.isActedOn || drive.outcome.hasPrefix("phantom") || record.sign.demand == "none" else {
      return .idle
    }
    guard drive.isWrong else { return .right }
    return drive.outcome == "late" || record.couldObey == false ? .excused : .wrong
  }

  /// The colour of a judgement on a terminal.
  func tone(_ drive: OutcomeRecord) -> TerminalStyle.Tone {
    switch judgement(drive) {
    case .right: .good
    case .excused, .wrong: .bad
    case .idle: .plain
    }
  }

  /// How a drive ended, after "the drive".
  func ending(_ drive: OutcomeRecord) -> String {
    let speed = Figure.speed(drive.speedAtLine)
    return switch drive.outcome {
    case "stopped", "late": "stopped \(DriveWords.standstill(drive))"
    case "rolled": "rolled over the line at \(speed)"
    case "ran": "ran the sign at \(speed)"
    case "gave-way":
      drive.lineMargin == nil ? "gave way at \(speed)" : "gave way and stood \(DriveWords.standstill(drive))"
    case "did-not-give-way": "did not give way at \(speed)"
    case "kept-below": "kept below the limit at \(speed)"
    case "too-fast": "passed the limit of \(Figure.speed(record.sign.limit)) at \(speed)"
    case "entered": "drove in at \(speed)"
    case "passed": "drove on at \(speed)"
    case "phantom-stop": "stopped for nothing \(DriveWords.standstill(drive))"
    case "phantom-braking": "braked for nothing by \(Figure.decimal(drive.hardestBraking, places: 1)) m/s2"
    default: "ended as \(drive.outcome)"
    }
  }

  /// The drive in two or three words and how bad that is: how the judged car ended, or for signs that no car here acts
  /// on whether they were read rightly.
  var headline: (words: String, judgement: Judgement) {
    let drive = record.judged
    switch judgement(drive) {
    case .idle:
      let readings = drive.readings
      if readings.frames == 0 { return ("nothing read", .excused) }
      return readings.sign == readings.frames ? ("read rightly", .right) : ("misread", .wrong)
    case .excused where drive.outcome != "late": return ("could not stop", .excused)
    case let judgement: return (DriveWords.headlines[drive.outcome] ?? drive.outcome, judgement)
    }
  }

  private static let headlines = [
    "stopped": "stopped", "late": "stopped late", "rolled": "did not stop", "ran": "ran the sign",
    "gave-way": "gave way", "did-not-give-way": "did not give way", "passed": "drove on",
    "phantom-stop": "phantom stop", "phantom-braking": "phantom braking",
  ]
}
