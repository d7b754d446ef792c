/// How a gradient becomes a change of the parameters, with PyTorch's meanings of every number.
package enum OptimizerRule: Sendable, Equatable, Codable {
  /// Stochastic gradient descent (`torch.optim.SGD`, dampening 0), with Nesterov's look-ahead when `nesterov`.
  case gradientDescent(momentum: Float, nesterov: Bool, weightDecay: Float)
  /// Adam (Kingma and Ba 2015; `torch.optim.Adam`), weight decay added to the gradient.
  case adam(beta1: Float, beta2: Float, epsilon: Float, weightDecay: Float)

  /// The rule of the shipped model: Nesterov momentum 0.9, weight decay 5e-4.
  package static let nesterov = OptimizerRule.gradientDescent(momentum: 0.9, nesterov: true, weightDecay: 5e-4)

  /// Adam with PyTorch's defaults.
  package static let adam = OptimizerRule.adam(beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0)

  /// How strongly weights are pulled to zero; see `Optimizer` for which parameters that means.
  var weightDecay: Float {
    switch self {
    case .gradientDescent(_, _, let decay), .adam(_, _, _, let decay): decay
    }
  }
}
