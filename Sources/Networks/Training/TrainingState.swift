/// All that training carries from step to step: with the configuration and the pictures it determines every later bit.
package struct TrainingState: Sendable, Equatable {
  /// The network's trainable values, in `ParameterLayout`.
  var parameters: [Float]
  /// Batch norm's running statistics, in `ParameterLayout`.
  var statistics: [Float]
  var optimizer: Optimizer
  /// The moving average of parameters and statistics, where the configuration asks for one.
  var average: WeightAverage?
  /// How many steps were taken.
  package internal(set) var step: Int

  /// The state before the first step.
  init(_ network: Network, configuration: TrainingConfiguration) {
    let layout = ParameterLayout(network.architecture)
    parameters = layout.parameters(of: network)
    statistics = layout.statistics(of: network)
    optimizer = Optimizer(
      configuration.rule, parameterCount: layout.parameterCount, decayed: layout.decayedRanges)
    step = 0
    if let decay = configuration.averagingDecay {
      average = WeightAverage(decay, parameters: parameters, statistics: statistics)
    }
  }

  /// Takes one step of the optimiser, and the average after it.
  mutating func move(along gradients: [Float], rate: Float, momentum: Float?) {
    optimizer.step(parameters: &parameters, gradients: gradients, rate: rate, momentum: momentum)
    step += 1
    average?.follow(parameters: parameters, statistics: statistics, step: step)
  }
}

/// An exponential moving average of a network's weights over the steps (Polyak and Juditsky 1992; as in timm's ModelEMA,
/// running statistics are averaged alongside).
struct WeightAverage: Sendable, Equatable {
  let decay: Float
  var parameters: [Float]
  var statistics: [Float]

  init(_ decay: Float, parameters: [Float], statistics: [Float]) {
    self.decay = decay
    self.parameters = parameters
    self.statistics = statistics
  }

  /// Moves the average towards the weights after `step` steps; early on it follows faster, to forget the start.
  mutating func follow(parameters: [Float], statistics: [Float], step: Int) {
    let part = 1 - min(decay, Float(1 + step) / Float(10 + step))
    Self.move(&self.parameters, towards: parameters, by: part)
    Self.move(&self.statistics, towards: statistics, by: part)
  }

  private static func move(_ average: inout [Float], towards values: [Float], by part: Float) {
    precondition(average.count == values.count, "an average is as long as what it follows")
    for index in average.indices { average[index] += part * (values[index] - average[index]) }
  }
}

extension ParameterLayout {
  /// Where weight decay applies: the weights of convolutions and linear layers.
  var decayedRanges: [Range<Int>] {
    parameters.filter { $0.shape.count > 1 }.map(\.range)
  }
}
