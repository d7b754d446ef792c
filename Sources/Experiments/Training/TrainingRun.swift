import Groundwork
import Networks
import Signs

/// Training a network on photographs: what `stopline train` does between its arguments and the model file.
package struct TrainingRun {
  /// What is trained and on what, as it goes into the model's card.
  package struct Plan: Sendable {
    package var architecture: Architecture
    package var configuration: TrainingConfiguration
    /// The share of each class's tracks that is held out, in [0, 1).
    package var heldOut: Double
    /// What the user typed, for the card.
    package var command: String
    /// The day of the training, for the card: `2026-11-24`.
    package var date: String

    package init(
      architecture: Architecture, configuration: TrainingConfiguration, heldOut: Double, command: String, date: String
    ) {
      self.architecture = architecture
      self.configuration = configuration
      self.heldOut = heldOut
      self.command = command
      self.date = date
    }
  }

  private let plan: Plan
  private let trainer: Trainer
  private let trainingCount: Int
  private let heldOutCount: Int

  /// Splits the photographs by track and sets the trainer up.
  /// - Throws: `TrainingError` when the plan or the data cannot be trained with.
  package init(_ plan: Plan, on dataSet: GTSRBDataSet, loop: ConcurrentLoop) throws {
    let split = TrackSplit(of: dataSet, holdingOut: plan.heldOut, seed: plan.configuration.seed)
    trainer = try Trainer(
      plan.architecture, plan.configuration, training: LabelledPictures(dataSet, at: split.training),
      validation: split.heldOut.isEmpty ? nil : LabelledPictures(dataSet, at: split.heldOut), loop: loop)
    self.plan = plan
    trainingCount = split.training.count
    heldOutCount = split.heldOut.count
  }

  /// Goes on from a checkpoint of the same plan.
  /// - Throws: `FileFault` or `TrainingError` when the checkpoint cannot be used.
  package func resume(from checkpoint: String) throws {
    try trainer.resume(from: checkpoint)
  }

  /// Trains to the end and gives the network with its card.
  /// - Parameters:
  ///   - checkpoint: a file that is written after every epoch, to go on from; nil for none.
  ///   - clock: seconds since any moment.
  ///   - progress: told about the loss, the accuracy and the time left.
  package func callAsFunction(
    checkpoint: String?, clock: () -> Double, progress: (TrainingProgress) throws -> Void
  ) throws -> (network: Network, card: ModelCard) {
    var accuracy: Double?
    try trainer.train(checkpoint: checkpoint, clock: clock) { report in
      if let measured = report.validationAccuracy { accuracy = measured }
      try progress(report)
    }
    let card = ModelCard(
      trainingData: "GTSRB training photographs: \(trainingCount) to train on, \(heldOutCount) in held-out tracks",
      seed: plan.configuration.seed, epochs: plan.configuration.epochs, accuracy: accuracy, date: plan.date,
      command: plan.command, notes: [TrainingRun.heldOutNote: "\(plan.heldOut)"])
    return (trainer.network, card)
  }

  /// The card's note with the share of tracks that were held out, from which the same split can be made again.
  static let heldOutNote = "held_out"
}

extension TrackSplit {
  /// The split that a model was trained with, from its card; nil when the card does not say.
  package init?(of dataSet: GTSRBDataSet, as card: ModelCard) {
    guard let seed = card.seed, let fraction = card.notes[TrainingRun.heldOutNote].flatMap(Double.init),
      (0..<1).contains(fraction)
    else { return nil }
    self.init(of: dataSet, holdingOut: fraction, seed: seed)
  }
}

extension LabelledPictures {
  /// The photographs of a data set at `indices`, in that order.
  fileprivate init(_ dataSet: GTSRBDataSet, at indices: [Int]) {
    self.init(side: GTSRBDataSet.side)
    for index in indices {
      append(levels: dataSet.levels(at: index), label: dataSet.labels[index].rawValue)
    }
  }
}
