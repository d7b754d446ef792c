import Records

/// A drive's record put into words.
package struct DriveWords: Sendable {
  package let record: DriveRecord
  package let names: ClassNames

  package init(_ record: DriveRecord, names: ClassNames) {
    self.record = record
    self.names = names
  }

  /// One of a record's drives.
  struct Car: Sendable {
    /// As a table's column is headed.
    var title: String
    var outcome: OutcomeRecord
    /// What was read on the photographs that the car acted on.
    var readings: [FrameReading]
  }

  /// The record's drives: the only one, or clean, attacked and control.
  var cars: [Car] {
    guard let attacked = record.attacked else {
      return [Car(title: "drive", outcome: record.clean, readings: record.frames.map(\.clean))]
    }
    let control = record.control.map {
      Car(title: "control drive", outcome: $0, readings: record.controlFrames.map(\.control))
    }
    return [
      Car(title: "clean drive", outcome: record.clean, readings: record.cleanFrames.map(\.clean)),
      Car(title: "attacked drive", outcome: attacked, readings: record.frames.map(\.actedOn)),
    ] + (control.map { [$0] } ?? [])
  }

  /// What the drives came to, in one sentence.
  package var verdict: String { sentence(cars) }

  /// What the clean drive and its attacked twin came to, in one sentence.
  var twins: String { sentence(Array(cars.prefix(2))) }

  private func sentence(_ cars: [Car]) -> String {
    guard cars.count > 1 else { return "The drive \(ending(record.clean))." }
    let endings = cars.map { "the \($0.title) \(ending($0.outcome))" }.joined(separator: "; ")
    return endings.prefix(1).uppercased() + endings.dropFirst() + "."
  }

  /// Where a car stood still: `0.99 m before the line`.
  static func standstill(_ drive: OutcomeRecord) -> String {
    guard let margin = drive.lineMargin else { return "never" }
    let distance = Figure.decimal(abs(margin), places: 2)
    return margin >= 0 ? "\(distance) m before the line" : "\(distance) m past the line"
  }

  /// What was believed from where on: `no-entry from 113.1 m, stop from 80.2 m`.
  func beliefs(_ drive: OutcomeRecord, atMost limit: Int) -> String {
    guard !drive.beliefs.isEmpty else { return "nothing" }
    let told = drive.beliefs.prefix(limit).map { belief in
      "\(belief.classNumber.map { names[$0] } ?? "nothing") from \(DriveWords.meters(belief.distance))"
    }
    let rest = drive.beliefs.count - told.count
    return (told + (rest > 0 ? ["\(rest) more"] : [])).joined(separator: ", ")
  }

  /// What was read on how many frames, most first: `87 yield, 1 stop`.
  func readings(_ car: Car, atMost limit: Int) -> String {
    let frames = Dictionary(grouping: car.readings, by: \.classNumber).mapValues(\.count)
    let sorted = frames.sorted { ($1.value, $0.key ?? .max) < ($0.value, $1.key ?? .max) }
    let shown = sorted.prefix(limit).map { "\($0.value) \(names[$0.key])" }
    let rest = sorted.dropFirst(limit).reduce(0) { $0 + $1.value }
    return shown.isEmpty ? "nothing" : (shown + (rest > 0 ? ["\(rest) other"] : [])).joined(separator: ", ")
  }

  /// What the network was computed with: `avx512, automatic`.
  var arithmetic: String { "\(record.arithmetic.kernel), \(record.arithmetic.algorithm)" }

  static func meters(_ distance: Double) -> String { Figure.decimal(distance, places: 1) + " m" }
}
