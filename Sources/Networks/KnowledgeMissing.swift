import Groundwork

/// A reader that does not answer what a method has to ask it.
package struct KnowledgeMissing: ExplainedError, Equatable {
  /// What is asked for: `scores` or `gradients`.
  package let needed: String
  /// Who asks, in a sentence: `the attack`.
  package let asker: String

  package init(needed: String, by asker: String) {
    self.needed = needed
    self.asker = asker
  }

  package var kind: FaultKind { .usage }

  package var description: String {
    "This reader gives no \(needed), which \(asker) needs; choose a method that asks for less, or another reader."
  }
}
