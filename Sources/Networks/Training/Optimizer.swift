import Foundation

/// An optimiser at work: a rule and what it remembers of the steps so far.
///
/// Parameters and gradients are flat arenas; a step is one pass over them that reads each value once. Weight decay pulls
/// only the ranges named in `decayed`: the weights of convolutions and linear layers. Biases and the scales of batch
/// norms are left alone, because decaying them costs accuracy and regularises nothing (Jia et al. 2018, section 3.2).
package struct Optimizer: Sendable, Equatable {
  package let rule: OptimizerRule
  /// The parameters that weight decay applies to, as ascending ranges of the arena that do not overlap.
  let decayed: [Range<Int>]
  /// Momentum of gradient descent, first moment of Adam; as long as the arena.
  var firstMoment: [Float]
  /// Second moment of Adam; empty for gradient descent.
  var secondMoment: [Float]
  /// How many steps were taken.
  private(set) var steps: Int

  /// - Parameters:
  ///   - parameterCount: the arena's length.
  ///   - decayed: ascending ranges of the arena that weight decay applies to.
  package init(_ rule: OptimizerRule, parameterCount: Int, decayed: [Range<Int>]) {
    self.init(
      rule, decayed: decayed, firstMoment: [Float](repeating: 0, count: parameterCount),
      secondMoment: [Float](repeating: 0, count: rule.hasSecondMoment ? parameterCount : 0), steps: 0)
  }

  /// An optimiser that goes on from what another remembered.
  init(_ rule: OptimizerRule, decayed: [Range<Int>], firstMoment: [Float], secondMoment: [Float], steps: Int) {
    precondition(
      secondMoment.count == (rule.hasSecondMoment ? firstMoment.count : 0),
      "an optimiser's moments are as long as its arena")
    precondition(
      zip(decayed, decayed.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
        && (decayed.last?.upperBound ?? 0) <= firstMoment.count,
      "decayed ranges ascend inside the arena")
    self.rule = rule
    self.decayed = decayed
    self.firstMoment = firstMoment
    self.secondMoment = secondMoment
    self.steps = steps
  }

  /// Takes one step.
  ///
  /// - Parameters:
  ///   - parameters: changed in place.
  ///   - gradients: of the loss by each parameter, as long as `parameters`.
  ///   - rate: the learning rate of this step.
  ///   - momentum: replaces the rule's momentum (or Adam's beta 1) for this step when a schedule cycles it.
  package mutating func step(
    parameters: inout [Float], gradients: [Float], rate: Float, momentum: Float? = nil
  ) {
    precondition(
      parameters.count == firstMoment.count && gradients.count == firstMoment.count,
      "parameters and gradients are as long as the optimiser's arena")
    steps += 1
    let spans = spans
    let update = update(rate: rate, momentum: momentum)
    parameters.withUnsafeMutableBufferPointer { parameters in
      gradients.withUnsafeBufferPointer { gradients in
        firstMoment.withUnsafeMutableBufferPointer { first in
          secondMoment.withUnsafeMutableBufferPointer { second in
            for span in spans {
              switch update {
              case .gradientDescent(let update):
                update.apply(span.range, decay: span.decay, parameters, gradients, first)
              case .adam(let update):
                update.apply(span.range, decay: span.decay, parameters, gradients, first, second)
              }
            }
          }
        }
      }
    }
  }

  /// The whole arena, cut where weight decay begins or ends.
  private var spans: [(range: Range<Int>, decay: Float)] {
    var spans: [(Range<Int>, Float)] = []
    var position = 0
    for range in decayed {
      if position < range.lowerBound { spans.append((position..<range.lowerBound, 0)) }
      spans.append((range, rule.weightDecay))
      position = range.upperBound
    }
    if position < firstMoment.count { spans.append((position..<firstMoment.count, 0)) }
    return spans
  }

  private func update(rate: Float, momentum: Float?) -> Update {
    switch rule {
    case .gradientDescent(let own, let nesterov, _):
      return .gradientDescent(GradientDescentUpdate(rate: rate, momentum: momentum ?? own, nesterov: nesterov))
    case .adam(let beta1, let beta2, let epsilon, _):
      let beta1 = momentum ?? beta1
      return .adam(
        AdamUpdate(
          beta1: beta1, beta2: beta2, epsilon: epsilon,
          stepSize: Float(Double(rate) / (1 - pow(Double(beta1), Double(steps)))),
          correction: Float((1 - pow(Double(beta2), Double(steps))).squareRoot())))
    }
  }
}

extension OptimizerRule {
  var hasSecondMoment: Bool {
    if case .adam = self { true } else { false }
  }
}

/// One step's numbers.
private enum Update {
  case gradientDescent(GradientDescentUpdate)
  case adam(AdamUpdate)
}

/// g' = g + decay p; v = momentum v + g'; p -= rate (g' + momentum v) with Nesterov's look-ahead, p -= rate v without.
private struct GradientDescentUpdate {
  var rate: Float
  var momentum: Float
  var nesterov: Bool

  func apply(
    _ range: Range<Int>, decay: Float, _ parameters: UnsafeMutableBufferPointer<Float>,
    _ gradients: UnsafeBufferPointer<Float>, _ velocity: UnsafeMutableBufferPointer<Float>
  ) {
    // Both forms are rate (a g' + b v), so the loop has no branch.
    let ofGradient: Float = nesterov ? 1 : 0
    let ofVelocity: Float = nesterov ? momentum : 1
    for index in range {
      let gradient = gradients[index] + decay * parameters[index]
      let moved = momentum * velocity[index] + gradient
      velocity[index] = moved
      parameters[index] -= rate * (ofGradient * gradient + ofVelocity * moved)
    }
  }
}

/// m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g²; p -= stepSize m / (sqrt(v) / correction + epsilon).
private struct AdamUpdate {
  var beta1: Float
  var beta2: Float
  var epsilon: Float
  var stepSize: Float
  var correction: Float

  func apply(
    _ range: Range<Int>, decay: Float, _ parameters: UnsafeMutableBufferPointer<Float>,
    _ gradients: UnsafeBufferPointer<Float>, _ first: UnsafeMutableBufferPointer<Float>,
    _ second: UnsafeMutableBufferPointer<Float>
  ) {
    for index in range {
      let gradient = gradients[index] + decay * parameters[index]
      let mean = beta1 * first[index] + (1 - beta1) * gradient
      let square = beta2 * second[index] + (1 - beta2) * gradient * gradient
      first[index] = mean
      second[index] = square
      parameters[index] -= stepSize * mean / (square.squareRoot() / correction + epsilon)
    }
  }
}
