import Networks
import Settings

/// The defences of a reader; a picture meets them in this order.
package struct DefenseStack: Sendable {
  package var methods: [any DefenseMethod]

  package init(_ methods: [any DefenseMethod] = []) { self.methods = methods }

  /// What a car's reader has when nothing is said.
  package static let standard = DefenseStack([Rejection()])

  /// No defence at all, as files and options write it.
  private static let none = "none"

  /// The defences that texts such as `rejection(threshold=0.9)` mean; the word `none` alone means that there are none.
  /// - Throws: a sentence that continues after the name of what the texts were given for.
  package init(reading texts: [String]) throws(SettingProblem) {
    self.init()
    guard texts != [Self.none] else { return }
    for text in texts {
      guard text != Self.none else { throw SettingProblem("is 'none' beside other defences; give one or the other.") }
      methods.append(try DefenseCatalogue.defense(text))
    }
  }

  /// The reader behind all of them.
  /// - Throws: `KnowledgeMissing` when the reader does not answer what one of them asks.
  package func defend(_ base: any DecisionReader) throws(KnowledgeMissing) -> any DecisionReader {
    var reader = base
    for method in methods.reversed() { reader = try method.defend(reader) }
    return reader
  }
}

extension DefenseStack: Equatable {
  /// Whether both have the same defences with the same settings.
  package static func == (a: DefenseStack, b: DefenseStack) -> Bool { a.methods.map(\.text) == b.methods.map(\.text) }
}

extension DefenseStack: CustomStringConvertible {
  /// On one line, as a file may have it: `rejection(threshold=0.9)`, or `none`.
  package var description: String {
    methods.isEmpty ? Self.none : methods.map(\.text).joined(separator: ", ")
  }
}
