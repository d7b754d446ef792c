extension Setting {
  package typealias Path<Value> = WritableKeyPath<Root, Value> & Sendable

  /// A setting whose values are read and written by two functions; records keep what `write` gives unless `record` says
  /// otherwise.
  package static func custom<Value>(
    _ name: String, _ path: Path<Value>, form: String, _ meaning: String, source: String? = nil,
    read: @escaping @Sendable (String) throws(SettingProblem) -> Value, write: @escaping @Sendable (Value) -> String,
    record: (@Sendable (Value) -> SettingValue)? = nil
  ) -> Setting {
    Setting(
      name: name, form: form, meaning: meaning, source: source, text: { write($0[keyPath: path]) },
      value: { record?($0[keyPath: path]) ?? .word(write($0[keyPath: path])) },
      assign: { (text, root) throws(SettingProblem) in root[keyPath: path] = try read(text) })
  }

  /// One word of a few.
  package static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ path: Path<Choice>, _ meaning: String, source: String? = nil
  ) -> Setting {
    let words = Choice.allCases.map(\.rawValue)
    return custom(
      name, path, form: "one of " + words.joined(separator: ", "), meaning, source: source,
      read: { (text) throws(SettingProblem) in
        if let choice = Choice(rawValue: text) { return choice }
        throw SettingProblem.unknown(text, among: words)
      }, write: \.rawValue)
  }

  /// Any text.
  package static func text(_ name: String, _ path: Path<String>, form: String = "text", _ meaning: String) -> Setting {
    custom(name, path, form: form, meaning, read: { (text) throws(SettingProblem) in text }, write: { $0 })
  }
}
