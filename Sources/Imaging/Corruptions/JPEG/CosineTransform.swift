import Foundation

/// The discrete cosine transform of an 8 x 8 block and its inverse (ITU-T T.81, A.3.3).
enum CosineTransform {
  static let side = 8

  /// Row u holds C(u) / 2 cos((2x + 1) u pi / 16) for x from 0 to 7: the rows are of length 1 and at right angles.
  private static let basis: [Float] = (0..<64).map { place in
    let (u, x) = (place / 8, place % 8)
    let scale = u == 0 ? 0.5.squareRoot() / 2 : 0.5
    return Float(scale * cos(Double((2 * x + 1) * u) * .pi / 16))
  }

  /// The coefficients of a block, row by row, from its 64 values.
  static func forward(_ block: [Float]) -> [Float] {
    let rows = product(block) { x, u in basis[8 * u + x] }
    return transposed(product(transposed(rows)) { y, v in basis[8 * v + y] })
  }

  /// The values of a block from its coefficients.
  static func inverse(_ coefficients: [Float]) -> [Float] {
    let rows = product(coefficients) { u, x in basis[8 * u + x] }
    return transposed(product(transposed(rows)) { v, y in basis[8 * v + y] })
  }

  /// Each row of the block times a matrix.
  private static func product(_ block: [Float], _ weight: (_ from: Int, _ to: Int) -> Float) -> [Float] {
    (0..<64).map { place in
      var sum: Float = 0
      for from in 0..<8 { sum += block[place / 8 * 8 + from] * weight(from, place % 8) }
      return sum
    }
  }

  private static func transposed(_ block: [Float]) -> [Float] {
    (0..<64).map { block[$0 % 8 * 8 + $0 / 8] }
  }
}
