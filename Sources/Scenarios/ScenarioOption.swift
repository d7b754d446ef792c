import Yams

/// One value that is set on the command line: `vehicle.speed=70 km/h`, or `seed=3`.
package struct ScenarioOption: Sendable {
  /// `vehicle`; nil for the keys outside all sections.
  let section: String?
  let key: String
  let text: String

  /// - Parameter text: `SECTION.KEY=VALUE`, or `KEY=VALUE`.
  /// - Throws: when the text is not of that form.
  package init(_ text: String) throws(ScenarioError) {
    func trimmed(_ text: Substring) -> Substring {
      var text = text.drop(while: \.isWhitespace)
      while text.last?.isWhitespace == true { text.removeLast() }
      return text
    }
    guard let sign = text.firstIndex(of: "=") else { throw ScenarioOption.misspelt(text) }
    let names = trimmed(text[..<sign]).split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(names.count), !names.contains("") else { throw ScenarioOption.misspelt(text) }
    section = names.count == 2 ? String(names[0]) : nil
    key = String(names[names.count - 1])
    self.text = String(trimmed(text[text.index(after: sign)...]))
    guard !self.text.isEmpty else {
      throw ScenarioError(at: .option(key: name), problem: "\(name) has no value; give it one or leave the option out.")
    }
  }

  /// The key with its section.
  package var name: String { (section.map { $0 + "." } ?? "") + key }

  /// As a file would have it.
  var entry: ScenarioDocument.Entry {
    let line = ScenarioLine.option(key: name)
    return ScenarioDocument.Entry(
      key: key, keyLine: line, value: Node(text, Tag(.str), .doubleQuoted), valueLine: line)
  }

  private static func misspelt(_ text: String) -> ScenarioError {
    ScenarioError(
      at: .option(key: "'\(text)'"), problem: "'\(text)' is not KEY=VALUE; write for example 'vehicle.speed=70 km/h'.")
  }
}

extension ScenarioOption {
  /// Options from their texts.
  /// - Throws: the first that is misspelt, or that is given twice.
  package static func list(_ texts: [String]) throws(ScenarioError) -> [ScenarioOption] {
    var options: [ScenarioOption] = []
    for text in texts {
      let option = try ScenarioOption(text)
      guard !options.contains(where: { $0.name == option.name }) else {
        throw ScenarioError(
          at: .option(key: option.name), problem: "\(option.name) is given twice; keep one of the two.")
      }
      options.append(option)
    }
    return options
  }
}
