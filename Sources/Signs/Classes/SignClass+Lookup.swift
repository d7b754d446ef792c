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

  /// The class whose name takes the fewest edits to reach, if that is fewer than half its letters; the lower number
  /// when two are equally near.
  private static func nearest(to text: String) -> SignClass? {
    let candidates = allCases.map { (sign: $0, edits: editDistance(Array(text.utf8.prefix(64)), Array($0.name.utf8))) }
    guard let best = candidates.min(by: { $0.edits < $1.edits }) else { return nil }
    return best.edits * 2 <= best.sign.name.utf8.count ? best.sign : nil
  }

  /// How many bytes must be inserted, removed, replaced or swapped with their neighbour to turn `a` into `b`
  /// (Damerau and Levenshtein, optimal string alignment).
  private static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var edits = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { edits = min(edits, beforeLast[j - 1] + 1) }
        row.append(edits)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
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
