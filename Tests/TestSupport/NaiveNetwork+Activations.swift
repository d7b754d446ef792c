import Foundation
import Networks

extension Activation {
  /// The function by its definition.
  func value(_ x: Double) -> Double {
    switch self {
    case .relu: max(0, x)
    case .clippedReLU(let most): min(max(0, x), Double(most))
    case .leakyReLU(let slope): x > 0 ? x : Double(slope) * x
    case .sigmoid: 1 / (1 + exp(-x))
    case .tanh: Foundation.tanh(x)
    case .hardSigmoid(let slope, let offset): min(max(0, Double(slope) * x + Double(offset)), 1)
    case .hardSwish: x * min(max(0, x / 6 + 0.5), 1)
    case .silu: x / (1 + exp(-x))
    case .gelu: x * 0.5 * erfc(-x / 2.0.squareRoot())
    }
  }

  /// The slope: exact for those with corners, the quotient of central differences for the smooth ones.
  func slope(_ x: Double) -> Double {
    switch self {
    case .relu: return x > 0 ? 1 : 0
    case .clippedReLU(let most): return x > 0 && x < Double(most) ? 1 : 0
    case .leakyReLU(let slope): return x > 0 ? 1 : Double(slope)
    case .hardSigmoid(let slope, let offset):
      return 0 < Double(slope) * x + Double(offset) && Double(slope) * x + Double(offset) < 1 ? Double(slope) : 0
    case .hardSwish: return x <= -3 ? 0 : x < 3 ? x / 3 + 0.5 : 1
    case .sigmoid, .tanh, .silu, .gelu:
      let step = 1e-5
      return (value(x + step) - value(x - step)) / (2 * step)
    }
  }
}
