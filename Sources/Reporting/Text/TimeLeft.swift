/// How long something still takes, in words.
package enum TimeLeft {
  /// `8 s left`, `12 min left`, `2 h 5 min left`.
  /// - Parameter seconds: at least 0; what is no number says nothing.
  package static func text(_ seconds: Double) -> String? {
    guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return nil }
    let whole = Int(seconds.rounded(.up))
    guard whole >= 100 else { return "\(whole) s left" }
    let minutes = (whole + 30) / 60
    guard minutes >= 100 else { return "\(minutes) min left" }
    return "\(minutes / 60) h \(minutes % 60) min left"
  }
}
