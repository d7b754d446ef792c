/// The order in which people expect names: numbers in them count as numbers, so `2.png` stands before `10.png`.
package enum NaturalOrder {
  /// Whether a name stands before another. Names that differ in leading zeros only stand in the order of their bytes.
  package static func precedes(_ first: String, _ second: String) -> Bool {
    let (a, b) = (Array(first.utf8)[...], Array(second.utf8)[...])
    var (restA, restB) = (a, b)
    while let headA = restA.first, let headB = restB.first {
      let (numberA, numberB) = (number(at: &restA), number(at: &restB))
      if let numberA, let numberB {
        if numberA.count != numberB.count { return numberA.count < numberB.count }
        if !numberA.elementsEqual(numberB) { return numberA.lexicographicallyPrecedes(numberB) }
      } else {
        if headA != headB { return headA < headB }
        (restA, restB) = (restA.dropFirst(), restB.dropFirst())
      }
    }
    if restA.isEmpty != restB.isEmpty { return restA.isEmpty }
    return a.lexicographicallyPrecedes(b)
  }

  /// Takes the number that a text begins with: its digits without leading zeros.
  private static func number(at text: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let digits = text.prefix { (0x30...0x39).contains($0) }
    if digits.isEmpty { return nil }
    text = text.dropFirst(digits.count)
    return digits.drop { $0 == 0x30 }
  }
}
