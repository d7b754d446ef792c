import Groundwork

/// Two sources as one: every epoch shows a fixed share of the second, in random order.
package struct MixedPictures: PictureSource {
  package let first: any PictureSource
  package let second: any PictureSource
  /// The part of each epoch that comes from the second source, 0 to 1.
  package let share: Double
  package let picturesPerEpoch: Int

  /// - Precondition: the sources' pictures have one size.
  package init(
    _ first: any PictureSource, _ second: any PictureSource, share: Double, picturesPerEpoch: Int
  ) {
    precondition(first.side == second.side, "mixed sources have pictures of one size")
    self.first = first
    self.second = second
    self.share = share
    self.picturesPerEpoch = picturesPerEpoch
  }

  package var side: Int { first.side }

  /// A choice's item is twice that of its source, plus 1 for the second.
  package func choices(_ count: Int, epoch: Int, seed: UInt64) -> [PictureChoice] {
    let fromSecond = Int((share * Double(count)).rounded())
    let choices =
      first.choices(count - fromSecond, epoch: epoch, seed: seed)
      .map { PictureChoice(item: $0.item << 1, label: $0.label) }
      + second.choices(fromSecond, epoch: epoch, seed: seed)
      .map { PictureChoice(item: $0.item << 1 | 1, label: $0.label) }
    var stream = RandomStream(seed: seed, name: "mixed pictures of an epoch", epoch)
    return stream.permutation(of: choices.count).map { choices[$0] }
  }

  package func write(
    _ choice: PictureChoice, at place: PicturePlace, into levels: UnsafeMutableBufferPointer<Float>
  ) {
    let own = PictureChoice(item: choice.item >> 1, label: choice.label)
    (choice.item & 1 == 0 ? first : second).write(own, at: place, into: levels)
  }

  package func identify(in digest: inout SHA256) {
    digest.update(with: ["mixed pictures", "\(share)", "\(picturesPerEpoch)"])
    first.identify(in: &digest)
    second.identify(in: &digest)
  }

  package func check(classCount: Int) throws(TrainingError) {
    try TrainingError.require(share, in: 0...1, "share of rendered pictures")
    try first.check(classCount: classCount)
    try second.check(classCount: classCount)
  }
}
