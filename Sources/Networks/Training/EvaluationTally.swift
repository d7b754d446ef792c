/// Counts what a reader made of labelled images: the confusion matrix and the figures that follow from it.
///
/// A reading may be nil where the reader rejects an image; that counts against sensitivity and accuracy and for no class.
package struct EvaluationTally: Sendable, Equatable {
  package let classCount: Int
  /// `(true class, read class)`, row-major, with one more column for rejected images.
  private var counts: [Int]

  package init(classCount: Int) {
    precondition(classCount > 0, "a tally has at least one class")
    self.classCount = classCount
    counts = [Int](repeating: 0, count: classCount * (classCount + 1))
  }

  /// Counts one image.
  package mutating func count(label: Int, reading: Int?) {
    precondition(0..<classCount ~= label, "a label is one of the classes")
    precondition(reading.map { 0..<classCount ~= $0 } ?? true, "a reading is one of the classes")
    counts[label * (classCount + 1) + (reading ?? classCount)] += 1
  }

  /// How many images of class `label` were read as `reading` (nil: rejected).
  package func images(of label: Int, readAs reading: Int?) -> Int {
    counts[label * (classCount + 1) + (reading ?? classCount)]
  }

  /// How many images of class `label` there were.
  package func images(of label: Int) -> Int {
    counts[label * (classCount + 1)..<(label + 1) * (classCount + 1)].reduce(0, +)
  }

  /// How many images were read as `reading`.
  package func images(readAs reading: Int) -> Int {
    (0..<classCount).reduce(0) { $0 + images(of: $1, readAs: reading) }
  }

  /// How many images were counted.
  package var images: Int { counts.reduce(0, +) }

  /// How many images were read as what they show.
  package var correct: Int { (0..<classCount).reduce(0) { $0 + images(of: $1, readAs: $1) } }

  /// The part of all images that were read as what they show; nil without images.
  package var accuracy: Double? { ratio(correct, images) }

  /// Of the images read as `label`, the part that show it; nil when none was read so.
  package func precision(of label: Int) -> Double? {
    ratio(images(of: label, readAs: label), images(readAs: label))
  }

  /// Of the images that show `label`, the part read so (recall); nil when none shows it.
  package func sensitivity(of label: Int) -> Double? {
    ratio(images(of: label, readAs: label), images(of: label))
  }

  /// Of the images that show another class, the part not read as `label`; nil when every image shows it.
  package func specificity(of label: Int) -> Double? {
    let others = images - images(of: label)
    return ratio(others - (images(readAs: label) - images(of: label, readAs: label)), others)
  }

  /// Images of one class that were read as another.
  package struct Confusion: Sendable, Equatable {
    package let from: Int
    package let to: Int
    package let images: Int
  }

  /// The commonest confusions, most images first, then by class numbers.
  package func worstConfusions(_ limit: Int) -> [Confusion] {
    var confusions: [Confusion] = []
    for from in 0..<classCount {
      for to in 0..<classCount where to != from {
        let images = images(of: from, readAs: to)
        if images > 0 { confusions.append(Confusion(from: from, to: to, images: images)) }
      }
    }
    confusions.sort { ($1.images, $0.from, $0.to) < ($0.images, $1.from, $1.to) }
    return Array(confusions.prefix(limit))
  }

  private func ratio(_ part: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }
}
