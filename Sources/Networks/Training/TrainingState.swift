/// All that training carries from step to step: with the configuration and the pictures it determines every later bit.
package struct TrainingState: Sendable, Equatable {
  /// The network's trainable values, in `ParameterLayout`.
  var parameters: [Float]
  /// Batch norm's running statistics, in `ParameterLayout`.
  var statistics: [Float]
  var optimizer: Optimizer
  /// The moving average of the parameters, where the configuration asks for one.
  var average: WeightAverage?
  /// How many steps were taken.
  package internal(set) var step: Int

  /// The state before the first step.
  init(_ network: Network, configuration: TrainingConfiguration) {
    let layout = ParameterLayout(network.graph)
    parameters = layout.parameters(of: network)
    statistics = layout.statistics(of: network)
    optimizer = Optimizer(
      configuration.rule, parameterCount: layout.parameterCount, decayed: layout.decayedRanges)
    step = 0
    average = configuration.averagingDecay.map { WeightAverage(decay: $0, parameters: parameters) }
  }

  /// Takes one step of the optimiser, and the average after it.
  mutating func move(along gradients: [Float], rate: Float, momentum: Float?) {
    optimizer.step(parameters: &parameters, gradients: gradients, rate: rate, momentum: momentum)
    step += 1
    average?.follow(parameters, step: step)
  }
}

/// An exponential moving average of a network's weights over the steps (Polyak and Juditsky 1992).
///
/// Batch norm's statistics are not averaged: those of an average network are not the average of the networks'. They are
/// measured anew; see `Trainer.network`.
struct WeightAverage: Sendable, Equatable {
  let decay: Float
  var parameters: [Float]

  /// Moves the average towards the weights after `step` steps; early on it follows faster, to forget the start.
  mutating func follow(_ weights: [Float], step: Int) {
    precondition(parameters.count == weights.count, "an average is as long as what it follows")
    let part = 1 - min(decay, Float(1 + step) / Float(10 + step))
    for index in parameters.indices { parameters[index] += part * (weights[index] - parameters[index]) }
  }
}

extension ParameterLayout {
  /// Where weight decay applies: the weights of convolutions and linear layers.
  var decayedRanges: [Range<Int>] {
    parameters.filter { $0.shape.count > 1 }.map(\.range)
  }
}
