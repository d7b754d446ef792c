import Records

/// A drive's record put into words.
package struct DriveWords: Sendable {
  package let record: DriveRecord
  package let names: ClassNames

  package init(_ record: DriveRecord, names: ClassNames) {
    self.record = record
    self.names = names
  }

  /// What both drives came to, in one sentence.
  package var verdict: String {
    guard let attacked = record.attacked else { return "The drive \(ending(record.clean))." }
    return "The clean drive \(ending(record.clean)); "
      + "the attacked drive \(ending(attacked))."
  }

  /// How the attack changed what was read; empty for a drive without an attack.
  package var flips: String {
    guard record.attack != nil else { return "" }
    let flips = record.flips
    let first = flips.firstAt.map { "; the first at \(DriveWords.meters($0))" } ?? ""
    return "\(flips.stopToYield) of \(flips.frames) photographs flipped from \(names[flips.from]) to "
      + "\(names[flips.to]), \(flips.stopToOther) to another class, \(flips.stopToNone) to none\(first)."
  }

  /// The same for the photographs that decide whether the car can still stop; empty for a drive without an attack.
  package var flipsBeforeBraking: String {
    guard record.attack != nil else { return "" }
    let before = record.flips.beforeBraking
    let share = before.frames > 0 ? Double(before.stopToYield) / Double(before.frames) : nil
    let percent = share.map { " (\(Figure.percent($0)))" } ?? ""
    return "Before the braking point at \(DriveWords.meters(before.brakingPoint)): \(before.stopToYield) of "
      + "\(before.frames) flipped to \(names[record.flips.to])\(percent)."
  }

  /// What random noise of the same size did on the same photographs; empty where it was not tried.
  package var control: String {
    guard let control = record.control else { return "" }
    let flipped = control.stopToYield + control.stopToOther
    return "Control: random noise of the same size flipped \(flipped) of \(control.frames) photographs."
  }

  /// Where a car stood still: `0.99 m before the line`.
  static func standstill(_ drive: OutcomeRecord) -> String {
    guard let margin = drive.lineMargin else { return "never" }
    let distance = Figure.decimal(abs(margin), places: 2)
    return margin >= 0 ? "\(distance) m before the line" : "\(distance) m past the line"
  }

  /// What was confirmed and where: `stop at 61.2 m`.
  func confirmation(_ drive: OutcomeRecord) -> String {
    guard let at = drive.confirmedAt else { return "nothing" }
    guard let classNumber = drive.confirmedClass else { return DriveWords.meters(at) }
    return "\(names[classNumber]) at \(DriveWords.meters(at))"
  }

  /// What was read on how many frames, most first: `87 yield, 1 stop`.
  func readings(_ drive: OutcomeRecord, atMost limit: Int) -> String {
    let sorted = drive.readings.sorted {
      ($1.value, Int($0.key) ?? .max) < ($0.value, Int($1.key) ?? .max)
    }
    let shown = sorted.prefix(limit).map { "\($0.value) \(names[Int($0.key)])" }
    let rest = sorted.dropFirst(limit).reduce(0) { $0 + $1.value }
    return shown.isEmpty ? "nothing" : (shown + (rest > 0 ? ["\(rest) other"] : [])).joined(separator: ", ")
  }

  static func meters(_ distance: Double) -> String { Figure.decimal(distance, places: 1) + " m" }
}
