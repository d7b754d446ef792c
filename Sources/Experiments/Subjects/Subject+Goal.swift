import Attacks
import Signs

extension Subject {
  /// The reader's number of a sign.
  /// - Throws: `UnknownSign`, with the model's name, when no class is that sign.
  package func index(of sign: SignClass) throws(UnknownSign) -> Int {
    do {
      return try classes.index(of: sign)
    } catch {
      throw UnknownSign(sign: error.sign, known: error.known, model: reference.path)
    }
  }

  /// What an attacker wants of a picture of `sign`: the one place where signs become a goal in the reader's numbers.
  /// - Parameter target: what is to be read; nil for any other class.
  /// - Throws: `UnknownSign` when the reader does not tell one of the two apart.
  package func goal(from sign: SignClass, toward target: SignClass?) throws(UnknownSign) -> Goal {
    let source = try index(of: sign)
    guard let target else { return .away(from: source) }
    return .toward(try index(of: target), from: source)
  }
}
