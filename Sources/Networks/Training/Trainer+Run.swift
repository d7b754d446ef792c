import Groundwork

extension Trainer {
  /// Trains from the present step to the last.
  ///
  /// - Parameters:
  ///   - checkpoint: a file that is replaced after every epoch, from which `resume(from:)` goes on; nil keeps none.
  ///   - clock: seconds from any fixed moment; only the pace and the time left in the reports depend on it.
  ///   - report: called after every step; what it throws ends the run, and the state is that after the step.
  /// - Throws: `TrainingError.diverged`, `FileFault` from the checkpoint, and what `report` throws.
  package func train(
    checkpoint: String? = nil, clock: () -> Double, report: (TrainingProgress) throws -> Void
  ) throws {
    var pace = Pace(start: clock())
    var epoch = EpochTally()
    while state.step < steps {
      let rate = configuration.schedule.rate(step: state.step, of: steps)
      let result = try takeStep()
      epoch.add(result, images: configuration.batchSize)
      pace.add(images: configuration.batchSize, at: clock())

      let endsEpoch = state.step % assembler.stepsPerEpoch == 0
      let accuracy = endsEpoch ? try validationAccuracy() : nil
      if endsEpoch, let checkpoint { try writeCheckpoint(to: checkpoint) }
      let now = clock()
      if endsEpoch { pace.pause(until: now) }
      try report(
        TrainingProgress(
          step: state.step, steps: steps,
          epoch: (state.step - 1) / assembler.stepsPerEpoch + 1, epochs: configuration.epochs,
          loss: epoch.loss, trainingAccuracy: epoch.accuracy, learningRate: rate,
          validationAccuracy: accuracy, imagesPerSecond: pace.imagesPerSecond,
          secondsLeft: pace.secondsLeft(steps: steps - state.step, at: now)))
      if endsEpoch { epoch = EpochTally() }
    }
  }

  /// The part of the validation pictures that the network, as trained so far, reads correctly; nil without pictures.
  package func validationAccuracy() throws -> Double? {
    guard let validation else { return nil }
    let reader = NetworkReader(network, loop: loop, arithmetic: arithmetic)
    return try EvaluationTally(of: reader, on: validation).accuracy
  }
}

/// Mean loss and accuracy since an epoch began.
private struct EpochTally {
  private var lossSum = 0.0
  private var correct = 0
  private var steps = 0
  private var images = 0

  var loss: Double { lossSum / Double(max(1, steps)) }
  var accuracy: Double { Double(correct) / Double(max(1, images)) }

  mutating func add(_ result: TrainingResult, images: Int) {
    lossSum += result.loss
    correct += result.correct
    steps += 1
    self.images += images
  }
}

/// How fast a run goes.
private struct Pace {
  private let start: Double
  private var last: Double
  private var trainingSeconds = 0.0
  private var images = 0
  private var steps = 0

  init(start: Double) {
    self.start = start
    last = start
  }

  /// Pictures a second of training, validation not counted.
  var imagesPerSecond: Double { trainingSeconds > 0 ? Double(images) / trainingSeconds : 0 }

  mutating func add(images: Int, at now: Double) {
    self.images += images
    steps += 1
    trainingSeconds += now - last
    last = now
  }

  /// Leaves out the time since the last step: it went into validation.
  mutating func pause(until now: Double) { last = now }

  func secondsLeft(steps left: Int, at now: Double) -> Double {
    (now - start) / Double(max(1, steps)) * Double(left)
  }
}
