import Records

extension DriveWords {
  /// What was read under attack, what the attack turned, and what noise of the same size does; none without an attack.
  package var findings: [String] {
    guard let attack = record.attack, let attacked = record.attacked, let turned = record.turned else { return [] }
    return [
      underAttack(attack, attacked.readings), self.turned(turned), beforeBraking(attack, attacked.beforeBraking),
      control,
    ].filter { !$0.isEmpty }
  }

  /// How readings that the attack wants are called: `yield`, or `another sign` where any other will do.
  private func wanted(_ attack: AttackDescription) -> String { attack.goal.to.map { names[$0] } ?? "another sign" }

  private func underAttack(_ attack: AttackDescription, _ counts: ReadingCounts) -> String {
    "Under attack \(parts(counts, attack))\(first(attack))."
  }

  /// What photographs were read as, all kinds that there can be: `5 of 8 are read as yield (62.5 %), 1 as a third sign,
  /// 2 rejected, 0 still as stop`.
  private func parts(_ counts: ReadingCounts, _ attack: AttackDescription) -> String {
    let share = counts.frames > 0 ? " (\(share(counts.goal, of: counts.frames)))" : ""
    let others = attack.goal.to == nil ? "" : ", \(counts.other) as a third sign"
    return
      "\(counts.goal) of \(counts.frames) are read as \(wanted(attack))\(share)\(others), \(counts.none) rejected, "
      + "\(counts.sign) still as \(names[record.sign.classNumber])"
  }

  private func first(_ attack: AttackDescription) -> String {
    let first = record.frames.first { record.kind(of: $0.actedOn) == .goal }
    return first.map { "; the first \(DriveWords.meters($0.moment.distance)) before the line" } ?? ""
  }

  private func turned(_ turned: TurnedRecord) -> String {
    let sign = names[record.sign.classNumber]
    guard turned.eligible > 0 else { return "None is read as \(sign) without the attack, so it could turn none." }
    return "\(turned.eligible) are read as \(sign) without the attack, which turned \(turned.turned) of them "
      + "(\(share(turned.turned, of: turned.eligible)))."
  }

  private func beforeBraking(_ attack: AttackDescription, _ counts: ReadingCounts) -> String {
    guard record.sign.isActedOn else { return "" }
    let moment = "Before the last moment to believe, \(DriveWords.meters(record.brakingPoint)) before the line"
    return counts.frames > 0 ? "\(moment): \(parts(counts, attack))." : "\(moment), no photograph was taken."
  }

  private var control: String {
    guard let counts = record.control?.readings, let attack = record.attack else { return "" }
    let norm = record.controlNorm.map { " of the same \(AttackWords.norm($0))" } ?? ""
    return "Control, random noise\(norm): \(parts(counts, attack))."
  }

  private func share(_ count: Int, of total: Int) -> String { Figure.percent(Double(count) / Double(total)) }
}
