import Groundwork

/// Pictures that are there as a source: shown again every epoch, each time varied anew.
package struct Photographs: PictureSource {
  package let pictures: LabelledPictures
  package let augmentation: Augmentation
  package let balance: ClassBalance
  package let picturesPerEpoch: Int
  /// The pictures of each class.
  private let members: [[Int]]

  /// - Parameter picturesPerEpoch: as many as there are pictures when left out.
  package init(
    _ pictures: LabelledPictures, augmentation: Augmentation, balance: ClassBalance = .natural,
    picturesPerEpoch: Int? = nil
  ) {
    self.pictures = pictures
    self.augmentation = augmentation
    self.balance = balance
    self.picturesPerEpoch = picturesPerEpoch ?? pictures.count
    var members = [[Int]](repeating: [], count: (pictures.labels.max() ?? -1) + 1)
    for (index, label) in pictures.labels.enumerated() where label >= 0 { members[label].append(index) }
    self.members = members
  }

  package var side: Int { pictures.side }

  /// Of each class as many as the balance says, and of the class's pictures each as often as any other.
  package func choices(_ count: Int, epoch: Int, seed: UInt64) -> [PictureChoice] {
    var stream = RandomStream(seed: seed, name: "photographs of an epoch", epoch)
    let quotas = balance.quotas(
      ofClassesWith: members.map(\.count), total: count, offset: Double(stream.uniform()))
    var choices: [PictureChoice] = []
    choices.reserveCapacity(count)
    for (label, (members, quota)) in zip(members, quotas).enumerated() {
      var missing = quota
      while missing > 0 {
        let order = stream.permutation(of: members.count)
        choices += order.prefix(missing).map { PictureChoice(item: members[$0], label: label) }
        missing -= min(missing, members.count)
      }
    }
    return stream.permutation(of: choices.count).map { choices[$0] }
  }

  package func write(
    _ choice: PictureChoice, at place: PicturePlace, into levels: UnsafeMutableBufferPointer<Float>
  ) {
    var stream = RandomStream(seed: place.seed, name: "augmentation", place.epoch, place.index)
    let change = augmentation.draw(from: &stream)
    pictures.levels.withRecord(at: choice.item) { picture in
      change.apply(to: picture, writing: levels, side: side, stream: &stream)
    }
  }

  package func identify(in digest: inout SHA256) {
    digest.update(with: ["photographs", balance.rawValue, "\(picturesPerEpoch)"])
    digest.update(with: augmentation)
    digest.update(with: pictures.labels)
    for index in 0..<pictures.count { digest.update(pictures.levels[index]) }
  }

  package func check(classCount: Int) throws(TrainingError) {
    try augmentation.check()
    if let picture = pictures.labels.firstIndex(where: { !(0..<classCount ~= $0) }) {
      throw .label(pictures.labels[picture], picture: picture, classCount: classCount)
    }
  }
}
