import Driving
import Foundation
import Signs

/// What led to a drive's outcome: what the car believed, and what it then did.
struct Why {
  let outcome: DriveOutcome
  let sign: SignClass
  let couldObey: Bool?

  /// - Parameters:
  ///   - sign: what stands at the line.
  ///   - couldObey: as `Drive.couldObey` says.
  init(_ outcome: DriveOutcome, at sign: SignClass, couldObey: Bool?) {
    self.outcome = outcome
    self.sign = sign
    self.couldObey = couldObey
  }

  var sentence: String {
    let blame = couldObey == false && outcome.verdict.isWrong ? "; it could not have stopped in time" : ""
    return "The car \(belief) and \(deed)\(blame)."
  }

  /// How many changes of belief are told before the rest is only counted.
  private static let toldBeliefs = 4

  private var belief: String {
    guard !outcome.beliefs.isEmpty else { return "believed no sign" }
    let told = outcome.beliefs.prefix(Why.toldBeliefs).map { belief in
      "\(belief.sign?.name ?? "none") from \(Why.meters(belief.distance, places: 1)) on"
    }
    let rest = outcome.beliefs.count - told.count
    return "believed " + told.joined(separator: ", ") + (rest > 0 ? ", changed its mind \(rest) more times" : "")
  }

  private var deed: String {
    let speed = String(format: "%.1f km/h", 3.6 * outcome.speedAtLine)
    let stand = outcome.lineMargin.map {
      "stood still \(Why.meters(abs($0), places: 2)) \($0 >= 0 ? "before" : "past") the line"
    }
    switch outcome.verdict {
    case .stopped, .late: return stand ?? "stood still"
    case .phantomStop: return (stand ?? "stood still") + ", which the sign does not ask for"
    case .phantomBraking:
      return String(format: "braked by %.1f m/s2, which the sign does not ask for", outcome.hardestBraking)
    case .gaveWay: return stand ?? "passed the line at \(speed), slowly enough to give way"
    case .rolled, .ran, .didNotGiveWay, .keptBelow, .tooFast, .entered, .passed: return "passed the line at \(speed)"
    }
  }

  private static func meters(_ distance: Double, places: Int) -> String { String(format: "%.*f m", places, distance) }
}
