/// Finds what a misspelt word was meant to be.
package enum Spelling {
  /// The word that takes the fewest edits to reach, if that is fewer than half its letters; the first of two that are
  /// equally near.
  /// - Parameters:
  ///   - text: the word as it was written; only its first 64 bytes count.
  ///   - words: what it may have meant.
  package static func nearest(to text: String, among words: some Sequence<String>) -> String? {
    let wanted = Array(normalized(text).utf8.prefix(64))
    let candidates = words.map { (word: $0, edits: edits(from: wanted, to: Array(normalized($0).utf8))) }
    guard let best = candidates.min(by: { $0.edits < $1.edits }) else { return nil }
    return best.edits * 2 < max(best.word.utf8.count, 3) ? best.word : nil
  }

  /// Lower case, every hyphen, underscore and space alike.
  private static func normalized(_ text: String) -> String {
    String(text.lowercased().map { "- ".contains($0) ? "_" : $0 })
  }

  /// How many bytes must be inserted, removed, replaced or swapped with their neighbour to turn `a` into `b`
  /// (Damerau and Levenshtein, optimal string alignment).
  private static func edits(from a: [UInt8], to b: [UInt8]) -> Int {
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
