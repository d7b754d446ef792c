import Settings

/// How many readings must agree before a class is believed: k of the last n.
package struct Agreement: Sendable, Equatable {
  /// K.
  package var agreeing = 3
  /// N.
  package var window = 5

  /// The most readings that may be asked for.
  static let mostReadings = 1000

  package init() {}

  /// - Throws: when the text is not `K of N` with 1 <= K <= N.
  package init(reading text: String) throws(SettingProblem) {
    let words = text.split(separator: " ")
    guard words.count == 3, words[1] == "of", let agreeing = Int(words[0]), let window = Int(words[2]) else {
      throw SettingProblem("is '\(text)'; write how many of the last readings must agree, such as '3 of 5'.")
    }
    guard 1...Agreement.mostReadings ~= window, 1...window ~= agreeing else {
      throw SettingProblem(
        "is '\(text)'; the first number must be 1 to the second, and that at most \(Agreement.mostReadings).")
    }
    (self.agreeing, self.window) = (agreeing, window)
  }

  /// As files have it.
  package var text: String { "\(agreeing) of \(window)" }
}
