import Foundation

/// Numbers as people read them, the same in every locale.
package enum Figure {
  /// A number with a fixed count of decimals, without a sign on zero; a dash where there is none.
  package static func decimal(_ value: Double?, places: Int) -> String {
    guard let value, value.isFinite else { return "-" }
    let text = String(format: "%.*f", places, value)
    return text.hasPrefix("-") && !text.contains { "123456789".contains($0) } ? String(text.dropFirst()) : text
  }

  /// A share in [0, 1] as a percentage: `0.1451` is `14.5 %`.
  package static func percent(_ share: Double?, places: Int = 1) -> String {
    guard let share, share.isFinite else { return "-" }
    return decimal(100 * share, places: places) + " %"
  }

  /// A whole number with its thousands apart: `12,345`.
  package static func count(_ value: Int?) -> String {
    guard let value else { return "-" }
    var digits = String(value.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (value < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }

  /// A distance in [0, 1] in 8-bit levels: `0.0314` is `8/255`; a fraction of a level keeps one decimal.
  package static func levels(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "-" }
    let levels = value * 255
    return decimal(levels, places: abs(levels - levels.rounded()) < 0.05 ? 0 : 1) + "/255"
  }

  /// A speed in m/s as km/h: `13.89` is `50.0 km/h`.
  package static func speed(_ metersPerSecond: Double?) -> String {
    guard let metersPerSecond, metersPerSecond.isFinite else { return "-" }
    return decimal(3.6 * metersPerSecond, places: 1) + " km/h"
  }
}
