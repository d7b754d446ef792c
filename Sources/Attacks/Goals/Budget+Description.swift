import Foundation

extension Budget: CustomStringConvertible {
  /// The limits that bind and then the settings, always in the same order.
  package var entries: [Entry] {
    let limits: [(String, Value?)] = [
      ("linf", linf.map(Value.number)),
      ("feature_share", featureShare.map(Value.number)),
      ("pixel_share", pixelShare.map(Value.number)),
      ("steps", steps.map(Value.count)),
      ("queries", queries.map(Value.count)),
      ("gradients", gradients.map(Value.count)),
    ]
    return limits.compactMap { key, value in value.map { Entry(key, $0) } } + settings
  }

  /// The budget on one line, as in `linf 8/255, steps 1`.
  package var description: String {
    entries.map { "\($0.key.replacing("_", with: " ")) \(text(of: $0))" }.joined(separator: ", ")
  }

  private func text(of entry: Entry) -> String {
    switch entry.value {
    case .count(let count): String(count)
    case .word(let word): word
    case .number(let number) where entry.key.hasSuffix("_share"): Budget.plain(number * 100) + " %"
    case .number(let number) where entry.key == "linf": Budget.levels(number)
    case .number(let number): Budget.plain(number)
    }
  }

  /// A bound as levels of 255 where it is a whole number of them.
  private static func levels(_ bound: Double) -> String {
    let levels = bound * 255
    return abs(levels - levels.rounded()) < 1e-6 ? "\(Int(levels.rounded()))/255" : plain(bound)
  }

  private static func plain(_ number: Double) -> String {
    String(format: "%.6g", number)
  }
}
