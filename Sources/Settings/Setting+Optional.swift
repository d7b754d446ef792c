import Groundwork

extension Setting where Root: Configurable {
  /// A number with a unit, or a word where there is none: `clear`, or `300 m`.
  /// - Parameters:
  ///   - word: what files write for nil.
  ///   - example: an SI value that the remedy shows.
  package static func quantity(
    _ name: String, _ path: Path<Double?>, or word: String, _ limits: QuantityRange, example: Double,
    _ meaning: String, source: String? = nil
  ) -> Setting {
    custom(
      name, path, form: "`\(word)`, or a \(limits.form)", meaning, source: source,
      read: { (text) throws(SettingProblem) in
        text == word ? nil : try limits.value(of: text, example: example, or: word)
      }, write: { $0.map(limits.text) ?? word }, record: { $0.map(SettingValue.number) ?? .word(word) })
  }

  /// One word of a few, or another where none is chosen.
  package static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ path: Path<Choice?>, or word: String, _ meaning: String, source: String? = nil
  ) -> Setting {
    let words = [word] + Choice.allCases.map(\.rawValue)
    return custom(
      name, path, form: "one of " + words.joined(separator: ", "), meaning, source: source,
      read: { (text) throws(SettingProblem) in
        if text == word { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        throw SettingProblem.unknown(text, among: words)
      }, write: { $0?.rawValue ?? word })
  }

  /// A file's path, or `none`.
  package static func path(_ name: String, _ path: Path<String?>, form: String, _ meaning: String) -> Setting {
    let word = "none"
    return custom(
      name, path, form: "`\(word)`, or \(form)", meaning,
      read: { (text) throws(SettingProblem) in
        guard !text.contains("\0") else { throw SettingProblem("holds a zero byte; write a file's path.") }
        return text == word ? nil : text
      }, write: { $0 ?? word })
  }
}

extension SettingProblem {
  /// What is said of a word that is none of the few there are.
  static func unknown(_ text: String, among words: [String]) -> SettingProblem {
    let remedy = Spelling.nearest(to: text, among: words).map { "; did you mean '\($0)'?" }
    return SettingProblem(
      "is '\(text)'" + (remedy ?? ", which is not known; write one of " + words.joined(separator: ", ") + "."))
  }
}
