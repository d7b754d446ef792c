import Networks
import Records
import Signs

extension EvaluationRecord {
  /// The figures of a tally.
  /// - Parameters:
  ///   - tally: at least one image counted.
  ///   - classes: what its class numbers mean.
  ///   - worstConfusions: how many confusions to list at most, the most frequent first.
  package init(_ tally: EvaluationTally, classes: ClassList, worstConfusions: Int = 20) {
    let stop = classes.number(of: .stop)
    let yield = classes.number(of: .yield)
    func images(of label: Int?, readAs reading: Int?) -> Int {
      label.flatMap { label in reading.map { tally.images(of: label, readAs: $0) } } ?? 0
    }
    self.init(
      images: tally.images, accuracy: tally.accuracy ?? 0,
      stopAsYield: images(of: stop, readAs: yield), yieldAsStop: images(of: yield, readAs: stop),
      perClass: classes.names.indices.map { label in
        ClassScores(
          classNumber: label, name: classes.names[label], images: tally.images(of: label),
          precision: tally.precision(of: label), sensitivity: tally.sensitivity(of: label),
          specificity: tally.specificity(of: label))
      },
      confusions: tally.worstConfusions(worstConfusions).map {
        Confusion(from: $0.from, to: $0.to, images: $0.images)
      })
  }
}
