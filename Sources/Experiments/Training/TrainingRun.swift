import Groundwork
import Networks
import Signs

/// Training a network: what `stopline train` does between its arguments and the model file.
package struct TrainingRun {
  private let trainer: Trainer
  private let card: ModelCard

  /// Splits the photographs by track and sets the trainer up.
  ///
  /// The network is judged by the photographs that are held out; without photographs by rendered pictures that it is not
  /// trained on; where all tracks are trained on, by nothing.
  /// - Parameters:
  ///   - photographs: nil trains on rendered pictures alone.
  ///   - rendered: nil trains on photographs alone.
  /// - Throws: `TrainingError` when the plan or the data cannot be trained with.
  /// - Precondition: there are photographs or rendered pictures.
  package init(
    _ plan: TrainingPlan, photographs: GTSRBDataSet?, rendered: PictureGenerator?, loop: ConcurrentLoop,
    arithmetic: Arithmetic = Arithmetic()
  ) throws {
    let data = try TrainingData(plan, photographs: photographs, rendered: rendered)
    let members = plan.teachers.map(\.member)
    trainer = try Trainer(
      plan.architecture, plan.configuration, training: data.source,
      teachers: members.isEmpty
        ? nil : Teachers(members, share: plan.teacherShare, loop: loop, arithmetic: arithmetic),
      validation: data.validation, loop: loop, arithmetic: arithmetic)
    card = ModelCard(plan, data)
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
    var card = card
    try trainer.train(checkpoint: checkpoint, clock: clock) { report in
      if let measured = report.validationAccuracy { card.accuracy = measured }
      try progress(report)
    }
    // A run that was taken up at its very end has made no report.
    if card.accuracy == nil { card.accuracy = try trainer.validationAccuracy() }
    return (trainer.network, card)
  }
}
