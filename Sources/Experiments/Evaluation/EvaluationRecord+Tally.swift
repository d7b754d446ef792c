import Networks
import Records
import Signs

extension EvaluationRecord {
  /// The figures of a tally over the 43 sign classes.
  /// - Parameters:
  ///   - tally: at least one image counted.
  ///   - classNames: one name a class, index = class number.
  ///   - worstConfusions: how many confusions to list at most, the most frequent first.
  package init(_ tally: EvaluationTally, classNames: [String], worstConfusions: Int = 20) {
    let stop = SignClass.stop.rawValue
    let yield = SignClass.yield.rawValue
    self.init(
      images: tally.images, accuracy: tally.accuracy ?? 0,
      stopAsYield: tally.images(of: stop, readAs: yield), yieldAsStop: tally.images(of: yield, readAs: stop),
      perClass: classNames.indices.map { label in
        ClassScores(
          classNumber: label, name: classNames[label], images: tally.images(of: label),
          precision: tally.precision(of: label), sensitivity: tally.sensitivity(of: label),
          specificity: tally.specificity(of: label))
      },
      confusions: tally.worstConfusions(worstConfusions).map {
        Confusion(from: $0.from, to: $0.to, images: $0.images)
      })
  }
}
