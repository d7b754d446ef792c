import Records

/// A drive as a table and a verdict.
package struct DriveText: Sendable {
  private let record: DriveRecord
  private let classNames: [String]

  package init(_ record: DriveRecord, classNames: [String]) {
    self.record = record
    self.classNames = classNames
  }

  package func text(_ style: TerminalStyle) -> String {
    let attack =
      record.attack.map { attack in
        let goal = attack.goal.to.map { " towards \(name($0))" } ?? " away from \(name(attack.goal.from))"
        return "\(attack.method)\(goal), on the \(attack.surface)"
      } ?? "none"
    var text = style.toned("\(record.scenario)", .strong) + "  (seed \(record.seed), attack: \(attack))\n\n"
    text += outcomes.text(style)
    if record.attack != nil { text += "\n" + flips + "\n\n" + norms.text(style) }
    return text + "\n" + style.toned(DriveText.verdict(on: record), isSafe ? .good : .bad)
  }

  private var isSafe: Bool { (record.attacked ?? record.clean).outcome == "stopped" }

  private var outcomes: TextTable {
    let drives = [("clean", record.clean)] + (record.attacked.map { [("attacked", $0)] } ?? [])
    var table = TextTable(columns: [.init("")] + drives.map { .init($0.0 + " drive") })
    func row(_ title: String, _ cell: (OutcomeRecord) -> TextTable.Cell) {
      table.append([.init(title)] + drives.map { cell($0.1) })
    }
    row("outcome") { .init($0.outcome, $0.outcome == "stopped" ? .good : .bad) }
    row("stood still") { outcome in
      guard let margin = outcome.lineMargin else { return "nowhere" }
      return .init("\(Figure.decimal(abs(margin), places: 2)) m \(margin >= 0 ? "before" : "past") the line")
    }
    row("speed at the line") { .init(Figure.speed($0.speedAtLine)) }
    row("first confirmed") { outcome in
      guard let distance = outcome.confirmedAt else { return "nothing" }
      return .init("\(name(outcome.confirmedClass)) at \(Figure.decimal(distance, places: 1)) m")
    }
    row("readings") { .init(readings($0.readings)) }
    return table
  }

  private func readings(_ readings: [String: Int]) -> String {
    readings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(4)
      .map { "\(Int($0.key).map { name($0) } ?? "none") \($0.value)" }.joined(separator: ", ")
  }

  private var flips: String {
    let flips = record.flips
    let before = flips.beforeBraking
    let first = flips.firstAt.map { ", first at \(Figure.decimal($0, places: 1)) m" } ?? ""
    var lines = [
      "Flips: \(flips.stopToYield) of \(flips.frames) frames from \(name(flips.from)) to \(name(flips.to)), "
        + "\(flips.stopToOther) to others, \(flips.stopToNone) to none\(first).",
      "Before the braking point at \(Figure.decimal(before.brakingPoint, places: 1)) m: \(before.stopToYield) of "
        + "\(before.frames) frames flipped\(share(before.stopToYield, before.frames)).",
    ]
    if let control = record.control {
      lines.append(
        "Control, random noise of the same norm: \(control.stopToYield) of \(control.frames) frames to "
          + "\(name(flips.to)), \(control.stopToOther) to others.")
    }
    lines.append(
      "Cost: \(Figure.count(record.cost.queries)) queries and \(Figure.count(record.cost.gradients)) gradients.")
    return lines.joined(separator: "\n")
  }

  private func share(_ part: Int, _ whole: Int) -> String {
    whole > 0 ? " (\(Figure.percent(Double(part) / Double(whole))))" : ""
  }

  private var norms: TextTable {
    var table = TextTable(columns: [
      .init("perturbation"), .init("mean", .right), .init("median", .right), .init("max", .right),
    ])
    func row(_ title: String, _ summary: Summary?, _ figure: (Double?) -> String) {
      table.append([
        .init(title), .init(figure(summary?.mean)), .init(figure(summary?.median)), .init(figure(summary?.max)),
      ])
    }
    row("L0, pixels of 1024", record.norms.l0Pixels) { Figure.decimal($0, places: 1) }
    row("L0, values of 3072", record.norms.l0Features) { Figure.decimal($0, places: 1) }
    row("L1", record.norms.l1) { Figure.decimal($0, places: 2) }
    row("L2", record.norms.l2) { Figure.decimal($0, places: 3) }
    row("L-infinity", record.norms.linf) { Figure.levels($0) }
    row("PSNR, dB", record.norms.psnr) { Figure.decimal($0, places: 1) }
    row("SSIM", record.norms.ssim) { Figure.decimal($0, places: 4) }
    return table
  }

  private func name(_ number: Int?) -> String {
    number.flatMap { classNames.indices.contains($0) ? classNames[$0] : nil } ?? "none"
  }

  /// One sentence: what each drive did.
  package static func verdict(on record: DriveRecord) -> String {
    guard let attacked = record.attacked else { return "Verdict: the car \(phrase(record.clean))." }
    let same = attacked.outcome == record.clean.outcome
    return "Verdict: clean, the car \(phrase(record.clean)); attacked, it \(same ? "still " : "")\(phrase(attacked))."
  }

  private static func phrase(_ outcome: OutcomeRecord) -> String {
    let margin = outcome.lineMargin.map { Figure.decimal(abs($0), places: 2) } ?? "-"
    return switch outcome.outcome {
    case "stopped": "stopped \(margin) m before the line"
    case "late": "stopped late, \(margin) m past the line"
    case "rolled": "rolled through the sign at \(Figure.speed(outcome.speedAtLine))"
    default: "ran the sign at \(Figure.speed(outcome.speedAtLine))"
    }
  }
}
