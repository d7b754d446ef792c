import Groundwork

extension Gate {
  /// What a kind was called before limits and other signs than stop.
  private static let aliases = ["missed-stop": Kind.missedDemand]

  /// Gates from what the user gave: each text one or several, apart by commas.
  /// - Throws: the first text that names no gate.
  package static func list(_ texts: [String]) throws(GateFault) -> [Gate] {
    var gates: [Gate] = []
    for text in texts.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
      gates.append(try Gate(String(text)))
    }
    return gates
  }

  /// - Parameter text: a kind and, if wished, a limit: `flip`, `flip>5%`, `missed-demand>=2`.
  package init(_ text: String) throws(GateFault) {
    let text = text.filter { $0 != " " }
    let name = text.prefix { $0 != ">" }
    guard let kind = Kind(rawValue: String(name)) ?? Gate.aliases[String(name)] else {
      throw .unknown(String(name), nearest: Spelling.nearest(to: String(name), among: Kind.allCases.map(\.rawValue)))
    }
    let rest = text.dropFirst(name.count)
    guard !rest.isEmpty else {
      self.init(kind, text: text)
      return
    }
    guard let limit = Limit(rest) else { throw .noLimit(text) }
    self.init(kind, limit, text: text)
  }
}

extension Gate.Limit {
  /// - Parameter text: `>5%`, `>=3`.
  fileprivate init?(_ text: Substring) {
    let includesLimit = text.hasPrefix(">=")
    let amount = text.dropFirst(includesLimit ? 2 : 1)
    if amount.hasSuffix("%") {
      guard let percent = Double(amount.dropLast()), (0...100).contains(percent), percent > 0 || !includesLimit else {
        return nil
      }
      self = includesLimit ? .atLeastShare(percent / 100) : .moreThanShare(percent / 100)
    } else {
      guard let count = Int(amount), count >= (includesLimit ? 1 : 0) else { return nil }
      self = includesLimit ? .atLeast(count) : .moreThan(count)
    }
  }
}

/// A text that names no gate.
package enum GateFault: ExplainedError, Equatable {
  case unknown(String, nearest: String?)
  case noLimit(String)

  package var kind: FaultKind { .usage }

  package var description: String {
    switch self {
    case .unknown(let name, let nearest):
      let kinds = Gate.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      return "--fail-on '\(name)' is none of \(kinds)" + (nearest.map { "; did you mean \($0)?" } ?? ".")
    case .noLimit(let text):
      return
        "--fail-on '\(text)' has no limit that can be tested; write a number above 0 or a share, such as flip>5% or "
        + "lost>=3."
    }
  }
}
