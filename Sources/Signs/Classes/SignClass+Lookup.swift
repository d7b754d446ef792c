import Groundwork

extension SignClass {
  /// The class a user means by `text`: its number (`14`), its name (`speed-limit-30`), or its title, in any case and
  /// with spaces, underscores or hyphens between the words.
  /// - Throws: `UnknownSignClass`, which names the nearest class.
  package init(named text: String) throws(UnknownSignClass) {
    let wanted = SignClass.normalized(text)
    let number = Int(text.trimmingPrefix(while: \.isWhitespace))
    if let number, let match = SignClass(rawValue: number) {
      self = match
      return
    }
    let match = SignClass.allCases.first { $0.name == wanted || SignClass.normalized($0.title) == wanted }
    guard let match else {
      throw UnknownSignClass(text: text, suggestion: number == nil ? SignClass.nearest(to: wanted) : nil)
    }
    self = match
  }

  /// Lower case, words joined by single hyphens.
  private static func normalized(_ text: String) -> String {
    text.lowercased().split(whereSeparator: { " -_\t".contains($0) }).joined(separator: "-")
  }

  /// The class whose name is nearest to a misspelt one; the lower number when two are equally near.
  private static func nearest(to text: String) -> SignClass? {
    Spelling.nearest(to: text, among: modelNames).flatMap { name in allCases.first { $0.name == name } }
  }
}

/// A name or number that is none of the 43 classes.
package struct UnknownSignClass: ExplainedError, Equatable {
  /// What was asked for.
  package let text: String
  /// The class it may have meant.
  package let suggestion: SignClass?

  package var kind: FaultKind { .usage }

  package var description: String {
    let remedy = suggestion.map { "the nearest is \($0.name)" } ?? "give a number from 0 to 42 or a name such as stop"
    return "There is no sign class \"\(text)\"; \(remedy)."
  }
}
