/// A method and its settings on one line: `pgd`, or `pgd(epsilon=4/255, steps=10)`.
///
/// Values may hold parentheses of their own: `pgd(over=resize(24..40))`. Nothing else is quoted or escaped.
package struct SettingCall: Sendable, Equatable {
  package let name: String
  package let entries: [Entry]

  package struct Entry: Sendable, Equatable {
    package let name: String
    package let text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  package init(name: String, entries: [Entry]) {
    self.name = name
    self.entries = entries
  }

  /// - Throws: a sentence that continues after the name of what the text was given for.
  package init(_ text: String) throws(SettingProblem) {
    let text = text.trimmed
    name = text.prefix { $0 != "(" }.trimmed
    let rest = text.drop { $0 != "(" }
    guard !name.isEmpty, rest.isEmpty || rest.last == ")", !name.contains(where: { ")=,".contains($0) }) else {
      throw SettingCall.misspelt(text)
    }
    var entries: [Entry] = []
    for part in try SettingCall.list(String(rest.dropFirst().dropLast())) {
      guard let sign = part.firstIndex(of: "=") else { throw SettingCall.misspelt(text) }
      let entry = Entry(name: part[..<sign].trimmed, text: part[part.index(after: sign)...].trimmed)
      guard !entry.name.isEmpty, !entry.text.isEmpty else { throw SettingCall.misspelt(text) }
      entries.append(entry)
    }
    self.entries = entries
  }

  /// The parts between the commas that stand outside of parentheses, without the blanks around them.
  /// - Throws: where parentheses do not match, or a part between two commas is empty.
  package static func list(_ text: String) throws(SettingProblem) -> [String] {
    guard !text.trimmed.isEmpty else { return [] }
    var (parts, depth) = ([""], 0)
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      guard depth >= 0 else { throw misspelt(text) }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    let trimmed = parts.map(\.trimmed)
    guard depth == 0, !trimmed.contains("") else { throw misspelt(text) }
    return trimmed
  }

  private static func misspelt(_ text: some StringProtocol) -> SettingProblem {
    SettingProblem("is '\(text)'; write a name, or name(setting=value, ...).")
  }
}

extension SettingCall: CustomStringConvertible {
  /// As it is read.
  package var description: String {
    guard !entries.isEmpty else { return name }
    return name + "(" + entries.map { "\($0.name)=\($0.text)" }.joined(separator: ", ") + ")"
  }
}

extension StringProtocol {
  /// Without the blanks at both ends.
  fileprivate var trimmed: String {
    var text = self[...].drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
