import Networks
import Settings

/// Uniform random noise: what a network should shrug off, and so the control beside every attack.
///
/// Knows nothing and asks nothing. Amounts are kept exactly, or from below where 8-bit levels, black and white allow no
/// better.
package struct UniformNoise: AttackMethod {
  /// In which norm noise is measured out.
  package enum Norm: String, Sendable, CaseIterable {
    /// A share of the channel values, each replaced by a uniform level other than its own.
    case l0
    /// Every value moves by a uniform amount, all scaled to one L2 norm.
    case l2
    /// Every value moves by the same amount, up or down with equal chance, as the fast gradient sign method moves them:
    /// noise drawn inside the bound would have the same L-infinity and little more than half of the L2.
    case linf
  }

  package var measure = Norm.linf
  /// For `linf`: how far every value moves, in [0, 1].
  package var epsilon = 8.0 / 255
  /// For `l2`: values in [0, 1].
  package var l2 = 1.0
  /// For `l0`: the share of the channel values, in [0, 1].
  package var features = 0.145

  package init() {}

  package static let card = AttackCard(
    "noise", title: "Noise", "Random noise: no attack, but the control of one.", paper: nil, norm: .linf)

  package static let settings: [Setting<Self>] = [
    .choice("norm", \.measure, "in which norm noise is measured out"),
    .share("epsilon", \.epsilon, "how far every value moves, of the range from black to white")
      .when("norm linf") { $0.measure == .linf },
    .number("l2", \.l2, 0...55, "the L2 norm, values in [0, 1]; less where black and white leave no room")
      .when("norm l2") { $0.measure == .l2 },
    .share("features", \.features, "how many of the values change").when("norm l0") { $0.measure == .l0 },
  ]

  package var norm: PerturbationNorm {
    switch measure {
    case .l0: .l0Features
    case .l2: .l2
    case .linf: .linf
    }
  }

  package var limits: Limits {
    switch measure {
    case .l0: Limits(l0Features: .share(features))
    case .l2: Limits(l2: l2)
    case .linf: Limits(linf: EightBitLevels.wholeLevels(within: epsilon))
    }
  }

  package func craft(_ task: AttackTask, asking reader: DecisionKnowledge) -> Tensor {
    task.batch(
      of: (0..<task.count).lazy.map { image in
        var source = NoiseSource(clean: task.levels(of: image), stream: task.streams[image])
        return switch measure {
        case .l0: source.replacing(count: Limits.Extent.share(features).count(of: task.images.stride))
        case .l2: source.everywhere(squares: Int((l2 * 255) * (l2 * 255)))
        case .linf: source.signs(levels: EightBitLevels.levels(within: epsilon))
        }
      })
  }
}
