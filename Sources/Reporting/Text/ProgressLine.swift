/// How far a long piece of work has come, as one line; whoever prints it owns the terminal and the clock.
package struct ProgressLine: Sendable, Hashable {
  /// What is being done.
  package var label: String
  /// Pieces done, and of how many.
  package var done: Int
  package var total: Int
  /// Figures to watch, such as a loss.
  package var note: String
  /// Seconds until the end at the pace so far; nil when nothing is known.
  package var secondsLeft: Double?

  package init(label: String, done: Int, total: Int, note: String = "", secondsLeft: Double? = nil) {
    self.label = label
    self.done = done
    self.total = total
    self.note = note
    self.secondsLeft = secondsLeft
  }

  /// The share done, in [0, 1]; work without pieces is done.
  package var share: Double {
    total > 0 ? min(max(Double(done) / Double(total), 0), 1) : 1
  }

  /// The line, no wider than the terminal; the bar gives way first, then the text is cut.
  /// - Parameters:
  ///   - width: cells of the terminal.
  ///   - style: what the terminal shows.
  package func text(width: Int, _ style: TerminalStyle) -> String {
    let counts = String(total)
    let place = String(repeating: " ", count: max(0, counts.count - String(done).count)) + "\(done)/\(counts)"
    let head = TerminalText.harmless(label)
    let figures = [place, TerminalText.harmless(note), secondsLeft.map(ProgressLine.remaining) ?? ""]
    let tail = figures.filter { !$0.isEmpty }.joined(separator: "  ")
    let room = min(30, width - TerminalText.cells(head) - TerminalText.cells(tail) - 4)
    if room >= 6 { return "\(head)  \(bar(room, style))  \(tail)" }
    return ProgressLine.cut("\(head)  \(tail)", to: width)
  }

  private func bar(_ width: Int, _ style: TerminalStyle) -> String {
    let (full, empty) = style.characters == .unicode ? ("━", "─") : ("#", "-")
    let filled = Int(share * Double(width))
    return String(repeating: full, count: filled)
      + style.toned(String(repeating: empty, count: width - filled), .dim)
  }

  /// Seconds as people say them: `0:42 left`, `1:02:03 left`.
  private static func remaining(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e7 else { return "" }
    let whole = Int(seconds.rounded(.up))
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let clock = whole < 3600 ? "\(whole / 60)" : "\(whole / 3600):\(two(whole / 60 % 60))"
    return "\(clock):\(two(whole % 60)) left"
  }

  private static func cut(_ text: String, to width: Int) -> String {
    var text = text
    while TerminalText.cells(text) > max(0, width) { text.removeLast() }
    return text
  }
}
