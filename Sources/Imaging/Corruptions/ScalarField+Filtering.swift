import Foundation

extension ScalarField {
  /// The field filtered along both axes by the same weights, whose middle one stands at the place itself.
  func filtered(by weights: [Float], border: Border) -> ScalarField {
    guard weights.count > 1 else { return self }
    return filtered(by: weights, border: border, alongX: true).filtered(by: weights, border: border, alongX: false)
  }

  private func filtered(by weights: [Float], border: Border, alongX: Bool) -> ScalarField {
    let reach = weights.count / 2
    let count = alongX ? width : height
    let places = (-reach..<count + reach).map { border.index($0, in: count) }
    var result = map { _ in 0 }
    for y in 0..<height {
      for x in 0..<width {
        var sum: Float = 0
        for (tap, weight) in weights.enumerated() {
          sum += weight * (alongX ? self[places[x + tap], y] : self[x, places[y + tap]])
        }
        result[x, y] = sum
      }
    }
    return result
  }

  /// The sum over a square of weights, side by side as they lie on the field (a correlation).
  /// - Parameter kernel: rows of an odd square.
  func correlated(with kernel: [[Float]], border: Border) -> ScalarField {
    let reach = kernel.count / 2
    var result = map { _ in 0 }
    for y in 0..<height {
      for x in 0..<width {
        var sum: Float = 0
        for (row, weights) in kernel.enumerated() {
          let line = border.index(y + row - reach, in: height)
          for (column, weight) in weights.enumerated() where weight != 0 {
            sum += weight * self[border.index(x + column - reach, in: width), line]
          }
        }
        result[x, y] = sum
      }
    }
    return result
  }

  /// Blurred by a Gaussian that is cut off after so many deviations.
  func blurred(deviation: Float, cutoff: Float = 4, border: Border = .nearest) -> ScalarField {
    guard deviation > 0 else { return self }
    let reach = Int(cutoff * deviation + 0.5)
    return filtered(by: ScalarField.gaussian(deviation: deviation, reach: reach), border: border)
  }

  /// The weights of a Gaussian from `-reach` to `reach`, adding up to 1.
  static func gaussian(deviation: Float, reach: Int) -> [Float] {
    let powers = (-reach...reach).map { exp(-0.5 * Double($0 * $0) / Double(deviation * deviation)) }
    let sum = powers.reduce(0, +)
    return powers.map { Float($0 / sum) }
  }

  /// The middle of the field enlarged to the field's size: a middle part of whole values, whose corners come to lie on
  /// the corners of the enlargement, cut to size.
  /// - Parameter factor: at least 1.
  func zoomed(by factor: Double) -> ScalarField {
    let part = Int((Double(height) / factor).rounded(.up))
    let large = Int((Double(part) * factor).rounded(.toNearestOrEven))
    let start = (height - part) / 2
    let trim = (large - height) / 2
    let step = large > 1 ? Double(part - 1) / Double(large - 1) : 0
    var result = self
    for y in 0..<height {
      for x in 0..<width {
        result[x, y] = value(
          atX: Float(Double(start) + Double(x + trim) * step), y: Float(Double(start) + Double(y + trim) * step),
          border: .nearest)
      }
    }
    return result
  }
}
