/// How a drive ended at the line: words of their own for each thing that a sign may ask for.
package enum Verdict: String, Sendable, CaseIterable {
  // At a sign that asks to stand.
  /// Stood still before the line.
  case stopped
  /// Stood still past the line, within a metre.
  case late
  /// Passed the line at 15 km/h or less.
  case rolled
  /// Passed the line faster.
  case ran

  // At a sign that asks to give way.
  /// Came to the line at 15 km/h or less, or stood before it.
  case gaveWay = "gave-way"
  /// Passed the line faster.
  case didNotGiveWay = "did-not-give-way"

  // At a speed limit.
  /// Passed the line no faster than allowed.
  case keptBelow = "kept-below"
  /// Passed the line faster.
  case tooFast = "too-fast"

  // At a sign that asks to keep out.
  /// Passed the line.
  case entered

  // At a sign that asks for nothing.
  /// Passed the line without having braked for it.
  case passed

  // At a sign that asks for no such thing.
  /// Stood still.
  case phantomStop = "phantom-stop"
  /// Braked by at least `phantomDeceleration`.
  case phantomBraking = "phantom-braking"

  /// Whether what the sign asks for was not done, or more than it asks for.
  package var isWrong: Bool {
    switch self {
    case .stopped, .gaveWay, .keptBelow, .passed: false
    case .late, .rolled, .ran, .didNotGiveWay, .tooFast, .entered, .phantomStop, .phantomBraking: true
    }
  }

  /// The highest speed at which passing the line still is rolling, in m/s: 15 km/h.
  package static let rollingSpeed = 15 / 3.6
  /// From which deceleration on braking for nothing counts, in m/s2: who follows has to brake, too.
  package static let phantomDeceleration = 2.0
}
