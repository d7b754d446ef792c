import Groundwork

/// Why training cannot begin or go on.
package enum TrainingError: ExplainedError, Equatable {
  /// A setting is out of range.
  case setting(name: String, value: String, allowed: String)
  /// The layers do not fit together.
  case architecture(ArchitectureFault)
  /// Fewer pictures an epoch than one batch.
  case tooFewPictures(count: Int, batchSize: Int)
  /// A picture's label is none of the network's classes.
  case label(Int, picture: Int, classCount: Int)
  /// A class that is drawn, or that mirror images show, is none of the network's classes.
  case drawnLabel(Int, classCount: Int)
  /// The pictures have another size than the network reads.
  case pictureSize(side: Int, inputShape: [Int])
  /// A teacher reads pictures of another size than the network in training, or knows other classes.
  case otherTeacher(String, inputShape: [Int], classCount: Int)
  /// The loss is no longer a number.
  case diverged(epoch: Int, step: Int)
  /// A checkpoint comes from another run.
  case otherRun(path: String)
  /// A checkpoint's contents cannot be used.
  case damagedCheckpoint(path: String, problem: String)

  package var kind: FaultKind {
    switch self {
    case .setting: .usage
    case .architecture, .tooFewPictures, .label, .drawnLabel, .pictureSize, .otherTeacher, .diverged, .otherRun,
      .damagedCheckpoint:
      .badData
    }
  }

  package var description: String {
    switch self {
    case .setting(let name, let value, let allowed):
      "training: the \(name) is \(value); it must be \(allowed)."
    case .architecture(let fault):
      "training: the network cannot be built: \(fault)."
    case .tooFewPictures(let count, let batchSize):
      "training: an epoch has \(count) pictures, fewer than one batch of \(batchSize); "
        + "add pictures or make the batch smaller."
    case .label(let label, let picture, let classCount):
      "training: picture \(picture) has class \(label), and the network has classes 0 to \(classCount - 1)."
    case .drawnLabel(let label, let classCount):
      "training: class \(label) is to be shown, and the network has classes 0 to \(classCount - 1); leave it out."
    case .pictureSize(let side, let inputShape):
      "training: the pictures are \(side) x \(side), and the network reads "
        + inputShape.map(String.init).joined(separator: " x ") + "; resample them first."
    case .otherTeacher(let name, let inputShape, let classCount):
      "training: the teacher \(name) reads pictures of " + inputShape.map(String.init).joined(separator: " x ")
        + " and knows \(classCount) classes, which are not those of the network; name another teacher."
    case .diverged(let epoch, let step):
      "training: the loss is not a number in epoch \(epoch), step \(step); lower the learning rate."
    case .otherRun(let path):
      "\(path): this checkpoint was made with other settings, pictures or layers; "
        + "repeat the command that made it, or remove it to start anew."
    case .damagedCheckpoint(let path, let problem):
      "\(path): \(problem); this checkpoint cannot be used, remove it to start anew."
    }
  }
}

extension TrainingError {
  /// - Throws: `setting` when the value lies outside the range; a NaN is in no range.
  static func require<Value: Comparable>(
    _ value: Value, in range: ClosedRange<Value>, _ name: String
  ) throws(TrainingError) {
    guard range.contains(value) else {
      throw .setting(name: name, value: "\(value)", allowed: "\(range.lowerBound) to \(range.upperBound)")
    }
  }
}
