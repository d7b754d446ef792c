import Networks
import Records
import Signs

extension EvaluationTally {
  /// Confusions that decide what a car does: it stops where it need not, or does not where it must.
  static let watched: [(from: SignClass, to: SignClass)] = [(.stop, .yield), (.yield, .stop)]

  /// How often those happened that a reader can make.
  func watched(in classes: ClassList) -> [Records.Confusion] {
    Self.watched.compactMap { pair in
      guard let from = classes.number(of: pair.from), let to = classes.number(of: pair.to) else { return nil }
      return Records.Confusion(from: from, to: to, images: images(of: from, readAs: to))
    }
  }

  /// One entry a class.
  func scores(of classes: ClassList) -> [ClassScores] {
    classes.names.indices.map { label in
      ClassScores(
        classNumber: label, name: classes.names[label], images: images(of: label), precision: precision(of: label),
        sensitivity: sensitivity(of: label), specificity: specificity(of: label))
    }
  }
}
