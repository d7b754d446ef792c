/// What the file of a face is called: the class's number and name, then the country and the variant where there are
/// any, parted by full stops: `14-stop`, `14-stop.us`, `35-ahead-only.solid-arrow`.
package struct SignFaceName: Sendable, Hashable {
  package let sign: SignClass
  package let country: SignCountry
  /// What sets it apart from the plain face of the class, `led`; nil for the plain one.
  package let variant: String?

  package init(_ sign: SignClass, country: SignCountry = .germany, variant: String? = nil) {
    self.sign = sign
    self.country = country
    self.variant = variant
  }

  /// Reads a name without its `.png`; nil when it is not made as above.
  package init?(_ text: some StringProtocol) {
    let parts = String(text).split(separator: Character("."), omittingEmptySubsequences: false).map(String.init)
    guard let sign = SignClass.allCases.first(where: { SignFaceName($0).description == parts[0] }) else { return nil }
    var rest = parts.dropFirst()
    let country = rest.first.flatMap(SignCountry.init(rawValue:))
    if country != nil { rest = rest.dropFirst() }
    guard country != .germany, rest.count <= 1, rest.first?.isEmpty != true else { return nil }
    self.init(sign, country: country ?? .germany, variant: rest.first)
  }
}

extension SignFaceName: CustomStringConvertible {
  package var description: String {
    let plain = "\(sign.rawValue < 10 ? "0" : "")\(sign.rawValue)-\(sign.name)"
    return ([plain] + (country == .germany ? [] : [country.rawValue]) + (variant.map { [$0] } ?? []))
      .joined(separator: ".")
  }
}

extension SignFaceName: Comparable {
  /// By class, by country with Germany first, plain faces before variants, variants by name.
  package static func < (a: SignFaceName, b: SignFaceName) -> Bool {
    let place = { (name: SignFaceName) in SignCountry.allCases.firstIndex(of: name.country) ?? 0 }
    return (a.sign.rawValue, place(a), a.variant ?? "") < (b.sign.rawValue, place(b), b.variant ?? "")
  }
}
