import Yams

extension ScenarioDocument {
  /// The bytes as UTF-8 text without a byte order mark.
  static func text(of bytes: [UInt8], path: String) throws(ScenarioError) -> String {
    if let text = String(validating: bytes, as: UTF8.self) {
      return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    }
    let good = String(decoding: bytes, as: UTF8.self).prefix { $0 != "\u{FFFD}" }
    let line = good.count(where: \.isNewline) + 1
    throw ScenarioError(path: path, line: line, problem: "the file is not UTF-8 text; save it as UTF-8.")
  }

  static func compose(_ text: String) throws -> Node? {
    // Yams hands the parser a pointer that lasts only for text too long to be stored inside the String itself.
    let padding = String(repeating: "\n", count: 64)
    return try Parser(yaml: text + padding, encoding: .utf8).singleRoot()
  }

  /// Refuses text whose nesting or aliases could cost the parser much.
  ///
  /// Aliases are told by their look (`*name` where a value may begin), so words in a description may count too; the
  /// limit leaves room for that.
  static func refuseBombs(_ text: String, path: String) throws(ScenarioError) {
    var (line, depth, aliases) = (1, 0, 0)
    var (dashes, isLineStart) = (0, true)
    var last: UInt8 = 0x0A
    for (byte, next) in zip(text.utf8, Array(text.utf8.dropFirst()) + [0x0A]) {
      switch byte {
      case UInt8(ascii: "\n"):
        (line, dashes, isLineStart) = (line + 1, 0, true)
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth = max(0, depth - 1)
      case UInt8(ascii: "-") where isLineStart, UInt8(ascii: "?") where isLineStart:
        dashes += 1
      case UInt8(ascii: "*") where " [,{\n\t".utf8.contains(last) && !" \n\t\r*".utf8.contains(next):
        aliases += 1
      default: break
      }
      if !" -?\n".utf8.contains(byte) { isLineStart = false }
      last = byte
      if depth > deepest || dashes > 80 {
        throw ScenarioError(
          path: path, line: line, problem: "lists or keys are nested too deeply; a scenario has two levels.")
      }
      if aliases > mostAliases {
        throw ScenarioError(
          path: path, line: line, problem: "there are more than \(mostAliases) aliases (*name); write the values out.")
      }
    }
  }

  /// What Yams found wrong, as one sentence.
  static func explain(_ error: any Error, text: String, path: String) -> ScenarioError {
    func fault(_ mark: Mark?, _ problem: String) -> ScenarioError {
      // A fault at the end of the text is found in the padding behind it.
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      let last = (lines.lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? 0) + 1
      return ScenarioError(path: path, line: mark.map { min($0.line, last) }, problem: problem)
    }
    switch error as? YamlError {
    case .composer(_, let problem, let mark, _) where problem.contains("another document"):
      return fault(mark, "a second document begins; a file holds one scenario.")
    case .composer(_, _, let mark, _):
      return fault(mark, "an alias (*name) stands for nothing; write the value out.")
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
      let during = context.map { " \($0.text)" } ?? ""
      return fault(mark, "this is no valid YAML: \(problem)\(during); check the indentation, colons and quotes.")
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      let line = repetition(of: key, after: context.mark, in: text) ?? context.mark.line
      return ScenarioError(
        path: path, line: line, problem: "the key '\(key)' stands here a second time; keep one of the two.")
    case .reader(_, let offset, _, _):
      let line = offset.map { text.prefix($0).count(where: \.isNewline) + 1 }
      return ScenarioError(path: path, line: line, problem: "there is a character that YAML does not allow; remove it.")
    default:
      return ScenarioError(
        path: path, line: nil, problem: "this is no valid YAML; check the indentation, colons and quotes.")
    }
  }

  /// The next line below `mark` where `key` begins in the same column.
  private static func repetition(of key: String, after mark: Mark, in text: String) -> Int? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let lead = String(repeating: " ", count: max(0, mark.column - 1)) + key
    return lines.indices.dropFirst(mark.line).first {
      lines[$0].hasPrefix(lead) && lines[$0].dropFirst(lead.count).drop(while: { $0 == " " }).first == ":"
    }.map { $0 + 1 }
  }
}
