import Groundwork

extension Trainer {
  /// The network as trained so far: with averaged weights where the configuration asks for them, else with the last.
  ///
  /// Batch norm's running statistics belong to the weights of the last steps and not to their average, so for averaged
  /// weights they are measured anew: the mean of the statistics of 20 batches of training pictures (as for stochastic
  /// weight averaging: Izmailov et al. 2018, section 3.2), of a seed split off the run's, the same ones each time.
  package var network: Network {
    guard let average = state.average else {
      return ParameterLayout.network(architecture, parameters: state.parameters, statistics: state.statistics)
    }
    return ParameterLayout.network(
      architecture, parameters: average.parameters, statistics: statistics(of: average))
  }

  private func statistics(of average: WeightAverage) -> [Float] {
    if let known = averagedStatistics, known.step == state.step { return known.values }
    let measured = measureStatistics(of: average.parameters)
    averagedStatistics = (state.step, measured)
    return measured
  }

  private static let batches = 20

  /// How far a batch moves the running statistics; see `TrainingEngine.lossAndGradients`.
  private static let momentum = 0.1

  /// The mean of the batch statistics that the network has with these parameters.
  private func measureStatistics(of parameters: [Float]) -> [Float] {
    guard !state.statistics.isEmpty else { return [] }
    var split = RandomStream(seed: configuration.seed, name: "pictures to measure statistics on")
    var assembler = BatchAssembler(
      assembler.source, batchSize: configuration.batchSize, seed: split.next())
    let batch = Batch(count: configuration.batchSize * 3 * assembler.source.side * assembler.source.side)
    var sums = [Double](repeating: 0, count: state.statistics.count)
    for step in 0..<Self.batches {
      assembler.plan(batch, step: step)
      let (assembler, planned) = (assembler, batch)
      loop.perform(configuration.batchSize) { slot, _ in assembler.write(slot, of: planned) }
      // Started from the same statistics each time, the engine's move tells the batch's own.
      var moved = state.statistics
      _ = engine.lossAndGradients(
        parameters: parameters, statistics: &moved, images: UnsafePointer(batch.images.baseAddress!),
        count: configuration.batchSize, targets: .labels(batch.labels, smoothing: 0),
        dropout: (configuration.seed, state.step), gradients: &gradients)
      for (index, before) in state.statistics.enumerated() {
        sums[index] += Double(before) + Double(moved[index] - before) / Self.momentum
      }
    }
    return sums.map { Float($0 / Double(Self.batches)) }
  }
}
