extension Quantity {
  /// The SI value of text such as `50 km/h`.
  ///
  /// A bare number is a fault, except for a share, where `0.145`, `14.5 %` and `37/255` all are right.
  /// - Parameters:
  ///   - text: a number and a unit.
  ///   - example: what the remedy shows, `50 km/h`.
  package func value(of text: String, example: String) throws(SettingProblem) -> Double {
    let (digits, unit) = Quantity.split(text)
    if self == .share, unit.first == "/", let fraction = Quantity.fraction(digits, unit.dropFirst()) { return fraction }
    guard let number = Quantity.number(digits) else {
      throw SettingProblem("is '\(text)', which is no number with a unit; write a \(noun) such as '\(example)'.")
    }
    if unit.isEmpty {
      guard self != .share else { return number }
      throw SettingProblem("is '\(text)' without a unit; write a \(noun) such as '\(example)'.")
    }
    if let match = units.first(where: { $0.matches(unit) }) { return number * match.scale }
    let other = Quantity.allCases.first { $0.units.contains { $0.matches(unit) } }
    if let other {
      throw SettingProblem("is '\(text)', a \(other.noun); write a \(noun) such as '\(example)'.")
    }
    let symbols = units.map(\.symbol).joined(separator: ", ")
    throw SettingProblem("is '\(text)', whose unit '\(unit)' is unknown; a \(noun) is given in \(symbols).")
  }

  /// A finite decimal number; no hexadecimal digits, no `nan`, no `inf`.
  package static func number(_ text: some StringProtocol) -> Double? {
    guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }) else { return nil }
    guard let number = Double(text), number.isFinite else { return nil }
    return number
  }

  /// The number in front and what follows it, without the spaces.
  private static func split(_ text: String) -> (digits: Substring, unit: Substring) {
    let trimmed = text.drop(while: { $0 == " " })
    var end = trimmed.prefix(while: { $0.isASCII && ($0.isNumber || "+-.".contains($0)) }).endIndex
    // An exponent belongs to the number only when digits follow it.
    if end < trimmed.endIndex, "eE".contains(trimmed[end]) {
      let exponent = trimmed[trimmed.index(after: end)...].prefix(while: {
        $0.isASCII && ($0.isNumber || "+-".contains($0))
      })
      if exponent.contains(where: \.isNumber) { end = exponent.endIndex }
    }
    var unit = trimmed[end...].drop(while: { $0 == " " })
    while unit.last == " " { unit.removeLast() }
    return (trimmed[..<end], unit)
  }

  private static func fraction(_ numerator: Substring, _ denominator: Substring) -> Double? {
    guard let top = number(numerator), let bottom = number(denominator.drop(while: { $0 == " " })), bottom != 0 else {
      return nil
    }
    return top / bottom
  }
}
