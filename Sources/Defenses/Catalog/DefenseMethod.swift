import Networks
import Settings

/// A defence: it stands before a reader and answers in its place.
///
/// Its settings are declared once, as an attack's are; command line, scenario files, records and the reference are derived
/// from the declaration. A defence more is one file and one line of `DefenseCatalogue.all`.
package protocol DefenseMethod: Configurable {
  /// What it is.
  static var card: DefenseCard { get }

  /// The reader behind this defence. It answers what the reader answers and the defence lets through: a defence of scores
  /// keeps them, and gradients where there are some, so that an attacker may know all that the defended reader knows.
  /// - Throws: `KnowledgeMissing` when the reader does not answer what the defence asks.
  func defend(_ base: any DecisionReader) throws(KnowledgeMissing) -> any DecisionReader
}

extension DefenseMethod {
  /// As files and options have it: `rejection(threshold=0.9)`.
  package var text: String {
    let entries = texts.map { "\($0.name)=\($0.text)" }
    return Self.card.name + (entries.isEmpty ? "" : "(" + entries.joined(separator: ", ") + ")")
  }
}

/// What a defence is.
package struct DefenseCard: Sendable, Equatable {
  /// As files, options and records have it: one word.
  package let name: String
  /// As people have it.
  package let title: String
  /// What it does, one sentence.
  package let summary: String
  /// Where it comes from.
  package let paper: String

  package init(_ name: String, title: String, _ summary: String, paper: String) {
    self.name = name
    self.title = title
    self.summary = summary
    self.paper = paper
  }
}
