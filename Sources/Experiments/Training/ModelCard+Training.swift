import Networks
import Signs

extension ModelCard {
  /// What a card says of a run before it is run.
  init(_ plan: TrainingPlan, _ data: TrainingData) {
    let configuration = plan.configuration
    self.init(
      trainingData: data.description, seed: configuration.seed, epochs: configuration.epochs, date: plan.date,
      command: plan.command)
    notes = [
      "augmentation": plan.augmentation.rawValue,
      "averaging_decay": configuration.averagingDecay.map { "\($0)" } ?? "none",
      "label_smoothing": "\(configuration.labelSmoothing)",
      "pictures_per_epoch": "\(data.source.picturesPerEpoch)",
    ]
    notes["accuracy_on"] = data.validationDescription
    notes["renderer"] = data.renderer
    for (index, teacher) in plan.teachers.enumerated() { notes[Self.teacherNote(index)] = teacher.description }
    if !plan.teachers.isEmpty { notes["teacher_share"] = "\(plan.teacherShare)" }
    switch data.source {
    case is DrawnPictures:
      notes["rendered_share"] = "1.0"
    case is MixedPictures:
      notes["rendered_share"] = "\(plan.renderedShare)"
      fallthrough
    default:
      notes["balance"] = plan.balance.rawValue
      notes[Self.heldOutNote] = "\(plan.heldOut)"
      if plan.splitSeed != configuration.seed { notes[Self.splitSeedNote] = "\(plan.splitSeed)" }
    }
  }

  /// What it says of the network's teachers, in order.
  var teachers: [String] {
    var teachers: [String] = []
    while let teacher = notes[Self.teacherNote(teachers.count)] { teachers.append(teacher) }
    return teachers
  }

  /// The note about a teacher, counted from 0.
  private static func teacherNote(_ index: Int) -> String { "teacher_\(index + 1)" }

  /// The note with the share of tracks that were held out, from which the same split can be made again.
  fileprivate static let heldOutNote = "held_out"

  /// The note with the seed of the split, where that is not the run's.
  fileprivate static let splitSeedNote = "split_seed"
}

extension TrackSplit {
  /// The split that a model was trained with, from its card; nil when the card does not say.
  package init?(of dataSet: GTSRBDataSet, as card: ModelCard) {
    guard let seed = card.seed, let fraction = card.notes[ModelCard.heldOutNote].flatMap(Double.init),
      (0..<1).contains(fraction)
    else { return nil }
    let splitSeed = card.notes[ModelCard.splitSeedNote].flatMap { UInt64($0) }
    self.init(of: dataSet, holdingOut: fraction, seed: splitSeed ?? seed)
  }
}
