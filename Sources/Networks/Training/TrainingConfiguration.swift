/// How a network is trained. With the same configuration, pictures and architecture, training gives the same bits.
package struct TrainingConfiguration: Sendable, Equatable, Codable {
  /// How often every picture is seen.
  package var epochs: Int
  /// Pictures a step; those of an epoch that do not fill a batch are left out, other ones each epoch.
  package var batchSize: Int
  package var rule: OptimizerRule
  package var schedule: LearningRateSchedule
  /// The part of the target that is spread evenly over all classes.
  package var labelSmoothing: Float
  package var augmentation: Augmentation
  /// Decay a step of an exponential moving average of the weights, which is then what is validated and kept; nil keeps
  /// the last weights. A one-cycle schedule ends at a rate so low that the average gains little.
  package var averagingDecay: Float?
  package var seed: UInt64

  package init(
    epochs: Int = 12, batchSize: Int = 128, rule: OptimizerRule = .nesterov,
    schedule: LearningRateSchedule = .oneCycle(peak: 0.05), labelSmoothing: Float = 0.05,
    augmentation: Augmentation = .standard, averagingDecay: Float? = nil, seed: UInt64 = 1
  ) {
    self.epochs = epochs
    self.batchSize = batchSize
    self.rule = rule
    self.schedule = schedule
    self.labelSmoothing = labelSmoothing
    self.augmentation = augmentation
    self.averagingDecay = averagingDecay
    self.seed = seed
  }

  /// - Throws: `TrainingError` naming the first setting that cannot be used.
  package func check() throws(TrainingError) {
    try require(epochs, in: 1...100_000, "epochs")
    try require(batchSize, in: 1...65_536, "batch size")
    try require(labelSmoothing, in: 0...0.99, "label smoothing")
    if let averagingDecay { try require(averagingDecay, in: 0...0.999_999, "averaging decay") }
    try checkRule()
    try checkSchedule()
    try checkAugmentation()
  }

  private func checkRule() throws(TrainingError) {
    try require(rule.weightDecay, in: 0...1, "weight decay")
    switch rule {
    case .gradientDescent(let momentum, _, _):
      try require(momentum, in: 0...0.999_999, "momentum")
    case .adam(let beta1, let beta2, let epsilon, _):
      try require(beta1, in: 0...0.999_999, "beta 1")
      try require(beta2, in: 0...0.999_999, "beta 2")
      try require(epsilon, in: 1e-30...1, "epsilon")
    }
  }

  private func checkSchedule() throws(TrainingError) {
    try require(schedule.peak, in: Float.leastNormalMagnitude...1_000, "learning rate")
    switch schedule {
    case .constant: break
    case .cosine(let peak, let floor): try require(floor, in: 0...peak, "final learning rate")
    case .oneCycle(_, let warmUp, let momentum):
      try require(warmUp, in: 0...1, "warm-up")
      if let momentum {
        try require(momentum.lowerBound, in: 0...0.999_999, "lowest momentum")
        try require(momentum.upperBound, in: 0...0.999_999, "highest momentum")
      }
    }
  }

  private func checkAugmentation() throws(TrainingError) {
    try require(augmentation.rotation, in: -180...180, "rotation")
    try require(augmentation.scale, in: 0.1...10, "scale")
    try require(augmentation.shift, in: -1...1, "shift")
    try require(augmentation.shear, in: -2...2, "shear")
    try require(augmentation.brightness, in: 0...10, "brightness")
    try require(augmentation.contrast, in: 0...10, "contrast")
    try require(augmentation.resolution, in: 1...4_096, "resolution")
    try require(augmentation.blur, in: 0.05...1, "blur")
    try require(augmentation.noise, in: 0...1, "noise")
  }

  private func require<Value: Comparable>(
    _ value: Value, in range: ClosedRange<Value>, _ name: String
  ) throws(TrainingError) {
    // A NaN is in no range.
    guard range.contains(value) else {
      throw .setting(name: name, value: "\(value)", allowed: "\(range.lowerBound) to \(range.upperBound)")
    }
  }

  private func require(
    _ value: ClosedRange<Float>, in range: ClosedRange<Float>, _ name: String
  ) throws(TrainingError) {
    try require(value.lowerBound, in: range, "lowest \(name)")
    try require(value.upperBound, in: range, "highest \(name)")
  }

  private func require(
    _ value: Augmentation.Occasional, in range: ClosedRange<Float>, _ name: String
  ) throws(TrainingError) {
    try require(value.share, in: 0...1, "share of \(name)")
    if value.share > 0 { try require(value.range, in: range, name) }
  }
}
