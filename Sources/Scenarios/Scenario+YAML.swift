extension Scenario {
  /// The scenario as a file that gives every key that does something, and reads back to the same.
  ///
  /// Paths stand there as they were resolved, so the file belongs into the folder that the program runs in.
  package var yaml: String {
    func lines(_ texts: [(name: String, text: String)], indentation: String = "") -> String {
      texts.map { "\(indentation)\($0.name): \(Scenario.scalar($0.text))\n" }.joined()
    }
    let sections = ScenarioSchema.sections.map { section in
      "\n\(section.name):\n" + lines(section.texts(in: self), indentation: "  ")
    }
    return lines(texts) + sections.joined()
  }

  /// A value as YAML has it: in quotes unless it can stand as it is.
  private static func scalar(_ text: String) -> String {
    let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789./%-_ "
    let isPlain =
      text.allSatisfy(plain.contains) && text.last != " " && !["null", "Null", "NULL"].contains(text)
      && text.first.map { $0.isLetter || $0.isNumber } ?? false
    guard !isPlain else { return text }
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case _
      where scalar.value < 32 || (0x7F...0xA0).contains(scalar.value)
        || [0x2028, 0x2029, 0xFEFF].contains(scalar.value):
        "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count)
          + String(scalar.value, radix: 16)
      default: "\(scalar)"
      }
    }
    return "\"" + escaped.joined() + "\""
  }
}
