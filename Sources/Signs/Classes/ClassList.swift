/// The classes that a reader tells apart, in its own order: what a class number means is for the list to say, which sign
/// stands at the road is a `SignClass`.
package struct ClassList: Sendable, Equatable {
  /// One name a class, index = the reader's own number.
  package let names: [String]
  /// What each class is; nil where its name is none of the signs that we know. A name that stands twice counts once, at
  /// its first place.
  package let signs: [SignClass?]
  private let indices: [SignClass: Int]

  /// - Parameter names: as a model has them, such as `stop`; titles and other spellings of `SignClass.init(named:)` are
  ///   read, numbers are not: whose they would be is not known.
  package init(_ names: [String]) {
    self.names = names
    var indices: [SignClass: Int] = [:]
    signs = names.enumerated().map { index, name in
      guard name.contains(where: \.isLetter), let sign = try? SignClass(named: name), indices[sign] == nil else {
        return nil
      }
      indices[sign] = index
      return sign
    }
    self.indices = indices
  }

  /// How many classes there are.
  package var count: Int { names.count }

  /// The reader's number of a sign.
  /// - Throws: `UnknownSign` when no class is that sign.
  package func index(of sign: SignClass) throws(UnknownSign) -> Int {
    guard let index = indices[sign] else { throw UnknownSign(sign: sign, known: names) }
    return index
  }

  /// The reader's number of a sign; nil when no class is that sign.
  package func number(of sign: SignClass) -> Int? { indices[sign] }

  /// What a class is; nil where its name is no sign that we know.
  /// - Precondition: `index` is a number of the reader's.
  package func sign(at index: Int) -> SignClass? { signs[index] }
}
