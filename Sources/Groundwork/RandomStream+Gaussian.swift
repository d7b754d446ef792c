import Foundation

extension RandomStream {
  /// A number from the standard normal distribution (Box and Muller 1958; two uniform draws, the sine branch unused).
  package mutating func gaussian() -> Float {
    let radius = (-2 * Foundation.log(1 - Double(uniform()))).squareRoot()
    return Float(radius * Foundation.cos(2 * .pi * Double(uniform())))
  }

  /// The numbers `0..<count` in random order (Fisher and Yates).
  package mutating func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    guard count > 1 else { return order }
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, index(below: last + 1))
    }
    return order
  }
}
