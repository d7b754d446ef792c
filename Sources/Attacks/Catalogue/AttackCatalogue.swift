/// The attacks that can be asked for by name.
package enum AttackCatalogue {
  /// One line an attack, in the order in which they are listed.
  package static let all: [any AttackMethod.Type] = [
    FastGradientSign.self,
    ProjectedGradientDescent.self,
    MomentumIterative.self,
    JacobianSaliencyMap.self,
    TrialAndError.self,
    UniformNoise.self,
  ]

  package static var names: [String] { all.map { $0.card.name } }
}
