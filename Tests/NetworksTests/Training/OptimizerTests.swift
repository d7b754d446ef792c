import Testing

@testable import Networks

/// Three parameters from (1, -2, 0.5), gradients (0.5, -0.25, 1) times 1, 2, 3, 4, rate 0.1; PyTorch 2's results.
struct OptimizerTests {
  @Test(arguments: [
    (
      OptimizerRule.gradientDescent(momentum: 0.9, nesterov: true, weightDecay: 0.01),
      [-0.344_675_03, -1.309_497_6, -2.171_185_5] as [Float]
    ),
    (
      .gradientDescent(momentum: 0.9, nesterov: false, weightDecay: 0),
      OptimizerTests.plainMomentum
    ),
    (
      .adam(beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01),
      [0.611_314_7, -1.610_448_2, 0.111_550_91]
    ),
  ])
  func givesPyTorchsParametersAfterFourSteps(rule: OptimizerRule, expected: [Float]) {
    var optimizer = Optimizer(rule, parameterCount: 3, decayed: [0..<3])
    let parameters = afterFourSteps(of: &optimizer)
    for (value, expected) in zip(parameters, expected) { #expect(abs(value - expected) < 2e-6) }
  }

  /// velocity after n steps is sum of 0.9^(n-k) k g: 1, 2.9, 5.61, 9.049; together 18.559 times 0.1 g.
  static let plainMomentum: [Float] = [1 - 0.927_95, -2 + 0.463_975, 0.5 - 1.855_9]

  @Test func decayPullsOnlyTheNamedRanges() {
    let rule = OptimizerRule.gradientDescent(momentum: 0, nesterov: false, weightDecay: 0.5)
    var optimizer = Optimizer(rule, parameterCount: 4, decayed: [1..<2, 3..<4])
    var parameters: [Float] = [1, 1, 1, 1]
    optimizer.step(parameters: &parameters, gradients: [0, 0, 0, 0], rate: 0.1)
    #expect(parameters == [1, 0.95, 1, 0.95])
  }

  @Test func aScheduleMayReplaceTheMomentum() {
    var own = Optimizer(
      .gradientDescent(momentum: 0.5, nesterov: true, weightDecay: 0), parameterCount: 3, decayed: [])
    var replaced = Optimizer(
      .gradientDescent(momentum: 0.9, nesterov: true, weightDecay: 0), parameterCount: 3, decayed: [])
    #expect(afterFourSteps(of: &own) == afterFourSteps(of: &replaced, momentum: 0.5))
  }

  private func afterFourSteps(of optimizer: inout Optimizer, momentum: Float? = nil) -> [Float] {
    var parameters: [Float] = [1, -2, 0.5]
    for step in 1...4 {
      let gradients = [0.5, -0.25, 1].map { $0 * Float(step) }
      optimizer.step(parameters: &parameters, gradients: gradients, rate: 0.1, momentum: momentum)
    }
    return parameters
  }
}
