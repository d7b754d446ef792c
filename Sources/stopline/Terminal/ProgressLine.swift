import Foundation
import Groundwork
import Reporting

/// How a command tells how far it is.
enum ProgressStyle: String, CaseIterable, Sendable {
  /// One line that is written over and over where somebody watches standard error, nothing elsewhere.
  case auto
  /// A line every few seconds, for a log.
  case plain
  case none

  /// How long a log waits for the next line, in seconds.
  static let pause = 5.0
}

/// What tells on standard error how far something long is.
struct ProgressLine: ~Copyable {
  /// What is going on: `Reading photographs`.
  private let activity: String
  private let style: ProgressStyle
  /// Seconds since some instant.
  private let clock: () -> Double
  private let write: (String) -> Void
  private let start: Double
  private var shown = ""
  private var shownAt: Double

  /// - Parameters:
  ///   - isWatched: whether somebody watches standard error.
  ///   - clock: seconds since some instant.
  ///   - write: takes what is to be seen.
  init(
    _ activity: String, style: ProgressStyle = .auto, isWatched: Bool = Terminal.isWatched,
    clock: @escaping () -> Double = { ProcessInfo.processInfo.systemUptime },
    write: @escaping (String) -> Void = { try? StandardOutput.write($0, to: STDERR_FILENO) }
  ) {
    self.activity = activity
    self.style = style == .auto && !isWatched ? .none : style
    self.clock = clock
    self.write = write
    start = clock()
    shownAt = start
  }

  /// Shows how far it is, and how long the rest takes if it goes on as it did.
  /// - Parameter unit: what is counted, with a blank before it.
  mutating func show(_ done: Int, of total: Int, unit: String = "") {
    guard style != .none, total > 0 else { return }
    let seconds = (clock() - start) * Double(total - done) / Double(max(done, 1))
    let rest = done > 0 && done < total ? TimeLeft.text(seconds).map { ", \($0)" } : nil
    show("\(done) of \(total)\(unit)\(rest ?? "")")
  }

  /// Shows any short text after the activity.
  mutating func show(_ text: String) {
    let line = "\(activity): \(text)"
    guard line != shown else { return }
    switch style {
    case .none: return
    case .auto:
      write("\r" + line + String(repeating: " ", count: max(0, shown.count - line.count)))
    case .plain:
      guard clock() - shownAt >= ProgressStyle.pause else { return }
      write(line + "\n")
    }
    (shown, shownAt) = (line, clock())
  }

  deinit {
    guard style == .auto, !shown.isEmpty else { return }
    write("\r" + String(repeating: " ", count: shown.count) + "\r")
  }
}
