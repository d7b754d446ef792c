import Groundwork
import Networks

/// Uniform random noise: what a network should shrug off, and so the control beside every attack.
///
/// Knows nothing and asks nothing. Amounts are kept exactly, or from below where 8-bit levels allow no better.
package struct UniformNoise: Attack {
  /// How much noise.
  package enum Amount: Sendable, Hashable {
    /// Every value moves by this much, up or down with equal chance, as the fast gradient sign method moves them: noise
    /// drawn inside the bound would have the same L-infinity and little more than half of the L2.
    case linf(Double)
    /// Every value moves by a uniform amount, all scaled to this L2 norm.
    case l2(Double)
    /// This share of the channel values, in [0, 1], each replaced by a uniform level other than its own.
    case featureShare(Double)
  }

  package let amount: Amount

  /// - Precondition: the amount is not negative, and a bound or share at most 1.
  package init(_ amount: Amount = .linf(8.0 / 255)) {
    switch amount {
    case .linf(let value), .featureShare(let value):
      precondition((0...1).contains(value), "a bound on values or a share of them lies in [0, 1]")
    case .l2(let value):
      precondition(value >= 0, "a norm is not negative")
    }
    self.amount = amount
  }

  package let name = "noise"

  package var budget: Budget {
    switch amount {
    case .linf(let bound): Budget(linf: bound)
    case .l2(let norm): Budget(settings: [.init("l2", .number(norm))])
    case .featureShare(let share): Budget(featureShare: share)
    }
  }

  package func craft(_ task: AttackTask, asking reader: DecisionKnowledge) -> Tensor {
    task.batch(
      of: (0..<task.count).lazy.map { image in
        var source = NoiseSource(clean: task.levels(of: image), stream: task.streams[image])
        return switch amount {
        case .linf(let bound): source.signs(levels: EightBitLevels.levels(within: bound))
        case .l2(let norm): source.everywhere(squares: Int((norm * 255) * (norm * 255)))
        case .featureShare(let share): source.replacing(count: Int(share * Double(task.images.stride)))
        }
      })
  }
}
