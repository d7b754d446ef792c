/// The names of the sign classes, so that records, which hold numbers, can be put into words.
package struct ClassNames: Sendable {
  private let names: [String]

  /// - Parameter names: the index is the class number.
  package init(_ names: [String]) {
    self.names = names
  }

  /// The name of a class; `rejected` for none.
  package subscript(classNumber: Int?) -> String {
    guard let classNumber else { return "rejected" }
    return names.indices.contains(classNumber) ? names[classNumber] : "class \(classNumber)"
  }
}
