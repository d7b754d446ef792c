import Groundwork
import Yams

/// A scenario file's text as YAML, with the line of every key and value.
///
/// Refuses what no scenario needs and what could cost much time or memory: more than 256 KiB, deep nesting, many aliases.
struct ScenarioDocument {
  /// One `key: value` with where it stands.
  struct Entry {
    let key: String
    let keyLine: Int
    let value: Node
    let valueLine: Int
  }

  /// The file as the user named it.
  let path: String
  /// The pairs at the top of the document, in their order.
  let entries: [Entry]

  static let sizeLimit = 1 << 18
  /// Levels of nesting; a scenario needs three.
  static let deepest = 16
  /// An alias can stand for all that its anchor holds, so a chain of them grows without bound.
  static let mostAliases = 8

  /// - Throws: `ScenarioError` when the bytes are no single YAML document with keys at its top.
  init(bytes: [UInt8], path: String) throws(ScenarioError) {
    self.path = path
    let text = try ScenarioDocument.text(of: bytes, path: path)
    try ScenarioDocument.refuseBombs(text, path: path)
    let root: Node?
    do {
      root = try ScenarioDocument.compose(text)
    } catch {
      throw ScenarioDocument.explain(error, text: text, path: path)
    }
    guard let root, root.scalar.map({ !ScenarioDocument.isEmpty($0) }) ?? true else {
      throw ScenarioError(
        path: path, line: nil,
        problem: "the file is empty; write a scenario, for example 'vehicle:' and below it '  speed: 50 km/h'.")
    }
    guard let mapping = root.mapping else {
      throw ScenarioError(
        path: path, line: root.mark?.line, problem: "the file does not begin with a key; write for example 'vehicle:'.")
    }
    entries = try ScenarioDocument.entries(of: mapping, path: path)
  }

  /// The pairs of a section.
  /// - Throws: `ScenarioError` when the entry holds no pairs.
  func entries(in section: Entry) throws(ScenarioError) -> [Entry] {
    if let mapping = section.value.mapping { return try ScenarioDocument.entries(of: mapping, path: path) }
    if let scalar = section.value.scalar, ScenarioDocument.isEmpty(scalar) {
      throw ScenarioError(
        path: path, line: section.keyLine,
        problem: "the section '\(section.key)' is empty; give it a key or leave it out.")
    }
    throw ScenarioError(
      path: path, line: section.valueLine,
      problem: "'\(section.key)' is a section; write its keys below it, one a line and indented.")
  }

  /// The text of a value.
  /// - Throws: `ScenarioError` when the value is a list, a section or missing.
  func text(of entry: Entry, named name: String) throws(ScenarioError) -> String {
    switch entry.value {
    case .scalar(let scalar) where !ScenarioDocument.isEmpty(scalar):
      return scalar.string
    case .scalar:
      throw ScenarioError(
        path: path, line: entry.keyLine, problem: "\(name) has no value; give it one or leave the key out.")
    case .sequence:
      throw ScenarioError(path: path, line: entry.valueLine, problem: "\(name) is a list; give it one value.")
    case .mapping, .alias:
      throw ScenarioError(path: path, line: entry.valueLine, problem: "\(name) has keys below it; give it one value.")
    }
  }

  /// The text of a value that may be a list of texts, with commas between them.
  /// - Throws: `ScenarioError` when the value is a section or missing, or an item is no text.
  func listText(of entry: Entry, named name: String) throws(ScenarioError) -> String {
    guard case .sequence(let items) = entry.value else { return try text(of: entry, named: name) }
    var texts: [String] = []
    for item in items {
      guard case .scalar(let scalar) = item, !ScenarioDocument.isEmpty(scalar) else {
        throw ScenarioError(
          path: path, line: item.mark?.line ?? entry.valueLine,
          problem: "\(name) has an item that is empty or no text; write one text an item.")
      }
      texts.append(scalar.string)
    }
    return texts.joined(separator: ", ")
  }

  private static func entries(of mapping: Node.Mapping, path: String) throws(ScenarioError) -> [Entry] {
    var entries: [Entry] = []
    for (key, value) in mapping {
      let line = key.mark?.line ?? mapping.mark?.line ?? 1
      guard let name = key.scalar?.string else {
        throw ScenarioError(path: path, line: line, problem: "a key is a list or a section; keys are single words.")
      }
      entries.append(Entry(key: name, keyLine: line, value: value, valueLine: value.mark?.line ?? line))
    }
    return entries
  }

  /// Nothing, `~` or `null`, unless in quotes.
  private static func isEmpty(_ scalar: Node.Scalar) -> Bool {
    scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }
}
