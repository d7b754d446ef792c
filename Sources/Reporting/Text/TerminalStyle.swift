/// What the place that text is printed to can show.
package struct TerminalStyle: Sendable, Hashable {
  /// Which characters rules and bars are made of.
  package enum Characters: Sendable, Hashable {
    case ascii, unicode
  }
  /// Whether tones are shown with ANSI escape sequences.
  package enum Colors: Sendable, Hashable {
    case none, ansi
  }

  package var characters: Characters
  package var colors: Colors

  package init(characters: Characters, colors: Colors) {
    self.characters = characters
    self.colors = colors
  }

  /// For files and pipes.
  package static let plain = TerminalStyle(characters: .unicode, colors: .none)
  /// For a terminal that somebody looks at.
  package static let terminal = TerminalStyle(characters: .unicode, colors: .ansi)
  /// For places that know ASCII only.
  package static let ascii = TerminalStyle(characters: .ascii, colors: .none)

  /// What a piece of text means.
  package enum Tone: Sendable, Hashable {
    case plain, strong, dim, good, bad
  }

  /// A text in its tone, as it is where there are no colours.
  package func toned(_ text: String, _ tone: Tone) -> String {
    let code: String? =
      switch tone {
      case .plain: nil
      case .strong: "1"
      case .dim: "2"
      case .good: "32"
      case .bad: "1;31"
      }
    guard colors == .ansi, let code, !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
