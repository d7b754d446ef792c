import Groundwork

/// A sign that a reader does not tell apart: it can neither read it nor be made to.
package struct UnknownSign: ExplainedError, Equatable {
  package let sign: SignClass
  /// The names of the classes that the reader has.
  package let known: [String]
  /// The model file as the user named it, where it is known.
  package var model: String?

  package init(sign: SignClass, known: [String], model: String? = nil) {
    self.sign = sign
    self.known = known
    self.model = model
  }

  package var kind: FaultKind { .badData }

  package var description: String {
    let shown = known.prefix(5).joined(separator: ", ") + (known.count > 5 ? " and \(known.count - 5) more" : "")
    return "\(model ?? "The model"): none of its \(known.count) classes is \(sign.name), it knows \(shown); "
      + "choose one of these, or another model."
  }
}
