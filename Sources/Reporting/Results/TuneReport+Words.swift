import Records

extension TuneReport {
  /// What the figures rest on.
  package var sample: String {
    let (clean, crafted) = (record.clean, record.crafted)
    var words = "\(Figure.count(clean.images)) clean pictures of \(signs(clean.tracks)); "
    guard !record.attacks.isEmpty else { return words + "nothing was crafted." }
    words += "\(Figure.count(crafted.images)) pictures of \(record.sign.name), of \(signs(crafted.tracks)), "
    words += "were crafted towards \(record.target?.name ?? "anything else")"
    if let asked = crafted.asked, asked > crafted.images { words += " (\(Figure.count(asked)) were asked for)" }
    return words + ". The attacker knows the threshold."
  }

  /// The chosen threshold and what it buys, or why there is none.
  package var verdict: String {
    let limit = Figure.percent(record.limits.maxFalseReject, places: 2)
    guard let chosen = record.chosen else { return refusal(limit: limit) }
    let counts = chosen.counts
    var words = "Threshold \(TuneReport.threshold(chosen.threshold)) rejects "
    words += "\(counts.right - counts.acceptedRight) of the \(Figure.count(counts.right)) that are read rightly "
    words +=
      "(\(Figure.percent(chosen.falseReject, places: 2))\(interval(chosen.falseRejectInterval)); limit \(limit))."
    for attack in record.attacks {
      guard let passed = chosen.passed[attack.text] else { continue }
      words += " \(attack.text) passes it on \(passed.passed) of \(passed.of)"
      words += passed.of > 0 ? " (\(Figure.percent(passed.rate))\(interval(passed.interval95)))." : "."
    }
    return words
  }

  private func refusal(limit: String) -> String {
    guard record.rows.contains(where: { $0.counts.right > 0 }) else {
      return "No threshold is chosen: 0 of \(Figure.count(record.clean.images)) pictures are read rightly."
    }
    let keeping = record.rows.filter { ($0.falseReject ?? 1) <= record.limits.maxFalseReject }
    guard let maxPassed = record.limits.maxPassed, !keeping.isEmpty else {
      return "No threshold keeps false rejects at \(limit) or below."
    }
    let wanted = Figure.percent(maxPassed, places: 2)
    guard let least = keeping.compactMap(\.worstPassed).min() else {
      return "No threshold is chosen: nothing was crafted, so nothing can be said of what passes (limit \(wanted))."
    }
    return "No threshold that keeps false rejects at \(limit) or below lets \(wanted) or less pass; the least is "
      + "\(Figure.percent(least, places: 2))."
  }

  private func interval(_ bounds: [Double]?) -> String {
    guard let low = bounds?.first, let high = bounds?.last else { return "" }
    return ", 95 %: \(Figure.percent(low)) to \(Figure.percent(high))"
  }

  private func signs(_ count: Int) -> String {
    count == 1 ? "1 sign" : "\(Figure.count(count)) signs"
  }
}
