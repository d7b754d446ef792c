extension TextStyle {
  /// A text on as many lines as it needs, at most `limit`; what does not fit on the last one is cut with an ellipsis.
  /// - Parameter width: of a line, in pixels.
  package func lines(of text: String, toFit width: Int, atMost limit: Int) -> [String] {
    var words = text.split(separator: " ")[...]
    var lines: [String] = []
    while !words.isEmpty, lines.count < limit {
      var count = 1
      while count < words.count, self.width(of: words.prefix(count + 1).joined(separator: " ")) <= width { count += 1 }
      let isLast = lines.count == limit - 1
      lines.append(shortened(words.prefix(isLast ? words.count : count).joined(separator: " "), toFit: width))
      words = words.dropFirst(count)
    }
    return lines
  }

  /// A name and what must be said beside it, on at most `limit` lines: where both are too long, the name is cut first.
  /// - Parameter separator: what stands between the two.
  package func lines(
    of name: String, separator: String, _ details: String, toFit width: Int, atMost limit: Int
  ) -> [String] {
    guard !name.isEmpty else { return lines(of: details, toFit: width, atMost: limit) }
    var kept = name[...]
    while true {
      let shown = kept.count == name.count ? name : kept + "…"
      let lines = lines(of: shown + separator + details, toFit: width, atMost: limit)
      if kept.isEmpty || lines.joined(separator: " ") == shown + separator + details { return lines }
      kept = kept.dropLast()
    }
  }
}
