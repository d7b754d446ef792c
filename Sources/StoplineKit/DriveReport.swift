internal import Records

/// What came of a drive.
public struct DriveReport: Sendable, Equatable {
  /// How a drive ended.
  public struct Ending: Sendable, Equatable {
    /// At a stop sign `stopped`, `late`, `rolled` or `ran`; other signs have words of their own.
    public let outcome: String
    /// Whether what the sign asks for was not done.
    public let isWrong: Bool
  }

  /// The drive without the attack.
  public let clean: Ending
  /// The attacked drive; nil when nothing attacks.
  public let attacked: Ending?
  /// The drive with random noise of the attack's norm; nil when nothing attacks.
  public let control: Ending?
  /// The whole record as JSON, as `stopline drive` writes it to `drive.json`.
  public let json: String

  init(_ record: DriveRecord) throws {
    clean = Ending(record.clean)
    attacked = record.attacked.map(Ending.init)
    control = record.control.map(Ending.init)
    json = String(decoding: try RecordEncoding.document(record), as: UTF8.self)
  }
}

extension DriveReport.Ending {
  init(_ record: OutcomeRecord) {
    outcome = record.outcome
    isWrong = record.isWrong
  }
}
