/// How a network is trained. With the same configuration, pictures and architecture, training gives the same bits.
///
/// The defaults are the recipe of the shipped models: Nesterov momentum over one cycle of the learning rate, smoothed
/// labels, averaged weights.
package struct TrainingConfiguration: Sendable, Equatable, Codable {
  /// How many epochs; `PictureSource.picturesPerEpoch` says how long one is.
  package var epochs: Int
  /// Pictures a step; those of an epoch that do not fill a batch are left out, other ones each epoch.
  package var batchSize: Int
  package var rule: OptimizerRule
  package var schedule: LearningRateSchedule
  /// The part of the target that is spread evenly over all classes.
  package var labelSmoothing: Float
  /// Decay a step of an exponential moving average of the weights, which is then what is validated and kept; nil keeps
  /// the last weights. The average pays most before the learning rate has fallen, so that every epoch's checkpoint is a
  /// usable network; at the end of a one-cycle schedule it does no harm.
  package var averagingDecay: Float?
  package var seed: UInt64

  package init(
    epochs: Int = 12, batchSize: Int = 128, rule: OptimizerRule = .nesterov,
    schedule: LearningRateSchedule = .oneCycle(peak: 0.05), labelSmoothing: Float = 0.05,
    averagingDecay: Float? = 0.998, seed: UInt64 = 1
  ) {
    self.epochs = epochs
    self.batchSize = batchSize
    self.rule = rule
    self.schedule = schedule
    self.labelSmoothing = labelSmoothing
    self.averagingDecay = averagingDecay
    self.seed = seed
  }

  /// - Throws: `TrainingError` naming the first setting that cannot be used.
  package func check() throws(TrainingError) {
    try TrainingError.require(epochs, in: 1...100_000, "epochs")
    try TrainingError.require(batchSize, in: 1...65_536, "batch size")
    try TrainingError.require(labelSmoothing, in: 0...0.99, "label smoothing")
    if let averagingDecay { try TrainingError.require(averagingDecay, in: 0...0.999_999, "averaging decay") }
    try checkRule()
    try checkSchedule()
  }

  private func checkRule() throws(TrainingError) {
    try TrainingError.require(rule.weightDecay, in: 0...1, "weight decay")
    switch rule {
    case .gradientDescent(let momentum, _, _):
      try TrainingError.require(momentum, in: 0...0.999_999, "momentum")
    case .adam(let beta1, let beta2, let epsilon, _):
      try TrainingError.require(beta1, in: 0...0.999_999, "beta 1")
      try TrainingError.require(beta2, in: 0...0.999_999, "beta 2")
      try TrainingError.require(epsilon, in: 1e-30...1, "epsilon")
    }
  }

  private func checkSchedule() throws(TrainingError) {
    try TrainingError.require(schedule.peak, in: Float.leastNormalMagnitude...1_000, "learning rate")
    switch schedule {
    case .constant: break
    case .cosine(let peak, let floor): try TrainingError.require(floor, in: 0...peak, "final learning rate")
    case .oneCycle(_, let warmUp, let momentum):
      try TrainingError.require(warmUp, in: 0...1, "warm-up")
      if let momentum {
        try TrainingError.require(momentum.lowerBound, in: 0...0.999_999, "lowest momentum")
        try TrainingError.require(momentum.upperBound, in: 0...0.999_999, "highest momentum")
      }
    }
  }
}
