import Networks

/// What is trained and how, as it goes into the model's card.
package struct TrainingPlan: Sendable {
  package var architecture: Architecture
  package var configuration: TrainingConfiguration
  package var augmentation: AugmentationRecipe
  /// How often photographs of each class are shown; rendered pictures show all classes equally often.
  package var balance: ClassBalance
  /// The part of each epoch that is rendered, where there are photographs too; 0 to 1.
  package var renderedShare: Double
  /// How many pictures an epoch shows; nil for as many as there are photographs, or 1,000 rendered ones a class.
  package var picturesPerEpoch: Int?
  /// The share of each class's tracks that is held out, in [0, 1).
  package var heldOut: Double
  /// What decides which tracks are held out.
  package var splitSeed: UInt64
  /// What is learned from beside the labels; how much of the target is the teachers', in [0, 1].
  package var teachers: [Teacher]
  package var teacherShare: Float
  /// What the user typed, for the card.
  package var command: String
  /// The day of the training, for the card: `2026-11-24`.
  package var date: String

  package init(
    architecture: Architecture, configuration: TrainingConfiguration, augmentation: AugmentationRecipe = .standard,
    balance: ClassBalance = .tempered, renderedShare: Double = 0.5, picturesPerEpoch: Int? = nil, heldOut: Double,
    splitSeed: UInt64? = nil, teachers: [Teacher] = [], teacherShare: Float = 0.7, command: String, date: String
  ) {
    self.architecture = architecture
    self.configuration = configuration
    self.augmentation = augmentation
    self.balance = balance
    self.renderedShare = renderedShare
    self.picturesPerEpoch = picturesPerEpoch
    self.heldOut = heldOut
    self.splitSeed = splitSeed ?? configuration.seed
    self.teachers = teachers
    self.teacherShare = teacherShare
    self.command = command
    self.date = date
  }
}
