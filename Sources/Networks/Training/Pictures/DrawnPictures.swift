import Groundwork

/// A renderer as a source: every picture of every epoch is drawn afresh, all classes equally often.
package struct DrawnPictures: PictureSource {
  /// Draws a picture.
  /// - Parameters:
  ///   - label: the class to show.
  ///   - seed: the run's seed.
  ///   - number: which of the endless many pictures of that seed; no run draws a number twice.
  ///   - levels: `(3, side, side)` 8-bit levels, planar RGB; all of it is to be overwritten.
  package typealias Draw =
    @Sendable (_ label: Int, _ seed: UInt64, _ number: Int, _ levels: UnsafeMutableBufferPointer<UInt8>) -> Void

  package let side: Int
  /// The classes that are drawn.
  package let classes: [Int]
  package let picturesPerEpoch: Int
  package let augmentation: Augmentation
  private let identity: String
  private let draw: Draw

  /// - Parameters:
  ///   - picturesPerEpoch: 1,000 a class when left out.
  ///   - augmentation: what the drawn pictures undergo.
  ///   - identity: names all that the pictures depend on, such as a digest of the faces: another renderer has another.
  ///   - draw: called from several threads at a time.
  package init(
    side: Int, classes: [Int], picturesPerEpoch: Int? = nil, augmentation: Augmentation, identity: String,
    draw: @escaping Draw
  ) {
    precondition(!classes.isEmpty, "a renderer draws at least one class")
    self.side = side
    self.classes = classes
    self.picturesPerEpoch = picturesPerEpoch ?? 1_000 * classes.count
    self.augmentation = augmentation
    self.identity = identity
    self.draw = draw
  }

  package func choices(_ count: Int, epoch: Int, seed: UInt64) -> [PictureChoice] {
    var stream = RandomStream(seed: seed, name: "drawn pictures of an epoch", epoch)
    let quotas = ClassBalance.uniform.quotas(
      ofClassesWith: classes.map { _ in 1 }, total: count, offset: Double(stream.uniform()))
    let choices = zip(classes, quotas).flatMap { label, quota in
      [PictureChoice](repeating: PictureChoice(item: label, label: label), count: quota)
    }
    return stream.permutation(of: choices.count).map { choices[$0] }
  }

  package func write(
    _ choice: PictureChoice, at place: PicturePlace, into levels: UnsafeMutableBufferPointer<Float>
  ) {
    var stream = RandomStream(seed: place.seed, name: "augmentation", place.epoch, place.index)
    let change = augmentation.draw(from: &stream)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * side * side) { drawn in
      draw(choice.label, place.seed, place.epoch << 32 | place.index, drawn)
      change.apply(to: UnsafeBufferPointer(drawn), writing: levels, side: side, stream: &stream)
    }
  }

  package func identify(in digest: inout SHA256) {
    digest.update(with: ["drawn pictures", identity, "\(side)", "\(picturesPerEpoch)"])
    digest.update(with: classes)
    digest.update(with: augmentation)
  }

  package func check(classCount: Int) throws(TrainingError) {
    try augmentation.check()
    if let label = classes.first(where: { !(0..<classCount ~= $0) }) {
      throw .drawnLabel(label, classCount: classCount)
    }
  }

  /// Pictures to judge by, as they are drawn, equally many of each class: of a seed split off the run's, so that no run
  /// trains on them.
  package func validation(picturesPerClass: Int, seed: UInt64) -> LabelledPictures {
    var split = RandomStream(seed: seed, name: "drawn pictures to judge by")
    let seed = split.next()
    var pictures = LabelledPictures(side: side)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * side * side) { drawn in
      drawn.initialize(repeating: 0)
      for label in classes {
        for number in 0..<picturesPerClass {
          draw(label, seed, label * picturesPerClass + number, drawn)
          pictures.append(levels: drawn, label: label)
        }
      }
    }
    return pictures
  }
}
