import Foundation
import Groundwork

/// One line of standard error that is written over and over while something long goes on, if somebody watches.
struct ProgressLine: ~Copyable {
  /// What is going on: `Reading photographs`.
  private let activity: String
  private let isWatched: Bool
  private var shown = ""

  init(_ activity: String, isWatched: Bool = Terminal.isWatched) {
    self.activity = activity
    self.isWatched = isWatched
  }

  /// Shows how far it is.
  mutating func show(_ done: Int, of total: Int) {
    guard isWatched, total > 0 else { return }
    show("\(done * 100 / total) %")
  }

  /// Shows any short text after the activity.
  mutating func show(_ text: String) {
    let line = "\(activity): \(text)"
    guard isWatched, line != shown else { return }
    let rest = String(repeating: " ", count: max(0, shown.count - line.count))
    shown = line
    try? StandardOutput.write("\r" + line + rest, to: STDERR_FILENO)
  }

  deinit {
    guard !shown.isEmpty else { return }
    try? StandardOutput.write("\r" + String(repeating: " ", count: shown.count) + "\r", to: STDERR_FILENO)
  }
}
