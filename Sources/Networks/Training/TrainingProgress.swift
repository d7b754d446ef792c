/// Where a training run stands after a step.
package struct TrainingProgress: Sendable, Equatable {
  /// Steps taken since the run's very beginning, and how many there are in all.
  package var step: Int
  package var steps: Int
  /// The epoch that the step belongs to, counted from 1, and how many there are.
  package var epoch: Int
  package var epochs: Int
  /// Mean loss and accuracy on the augmented training pictures since the epoch began (or since training resumed in it).
  package var loss: Double
  package var trainingAccuracy: Double
  /// The learning rate of the step.
  package var learningRate: Float
  /// The part of the validation pictures that is read correctly; at an epoch's last step, when there are any.
  package var validationAccuracy: Double?
  /// Pictures trained on a second in this run, by the caller's clock.
  package var imagesPerSecond: Double
  /// An estimate from this run's pace so far, validation included.
  package var secondsLeft: Double

  /// Whether the epoch ended with this step.
  package var endsEpoch: Bool { step == steps / epochs * epoch }
}
