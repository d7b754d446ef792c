import Groundwork

/// Pictures that are there as a source: shown again every epoch, each time varied anew.
package struct Photographs: PictureSource {
  package let pictures: LabelledPictures
  package let augmentation: Augmentation
  package let balance: ClassBalance
  package let picturesPerEpoch: Int
  /// Of each class the one that its mirror image shows; nil, or no entry, where that is no sign.
  package let mirrorImages: [Int?]
  /// The pictures of each class.
  private let members: [[Int]]

  /// - Parameters:
  ///   - picturesPerEpoch: as many as there are pictures when left out.
  ///   - mirrorImages: of each class the one that its mirror image shows; without it no picture is mirrored.
  package init(
    _ pictures: LabelledPictures, augmentation: Augmentation, balance: ClassBalance = .natural,
    picturesPerEpoch: Int? = nil, mirrorImages: [Int?] = []
  ) {
    self.pictures = pictures
    self.augmentation = augmentation
    self.balance = balance
    self.picturesPerEpoch = picturesPerEpoch ?? pictures.count
    self.mirrorImages = mirrorImages
    var members = [[Int]](repeating: [], count: (pictures.labels.max() ?? -1) + 1)
    for (index, label) in pictures.labels.enumerated() where label >= 0 { members[label].append(index) }
    self.members = members
  }

  package var side: Int { pictures.side }

  /// Of each class as many as the balance says, and of the class's pictures each as often as any other; after that
  /// some are mirrored. The item of a mirror image is the picture's number plus that of all pictures.
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
    let order = stream.permutation(of: choices.count)
    return order.map { mirrored(choices[$0], &stream) }
  }

  /// The choice, or in some of the cases where that is a sign, too, its mirror image.
  private func mirrored(_ choice: PictureChoice, _ stream: inout RandomStream) -> PictureChoice {
    guard choice.label < mirrorImages.count, let label = mirrorImages[choice.label],
      stream.uniform() < augmentation.mirroring
    else { return choice }
    return PictureChoice(item: choice.item + pictures.count, label: label)
  }

  package func write(
    _ choice: PictureChoice, at place: PicturePlace, into levels: UnsafeMutableBufferPointer<Float>
  ) {
    var stream = RandomStream(seed: place.seed, name: "augmentation", place.epoch, place.index)
    var change = augmentation.draw(from: &stream)
    change.isMirrored = choice.item >= pictures.count
    pictures.levels.withRecord(at: choice.item % pictures.count) { picture in
      change.apply(to: picture, writing: levels, side: side, stream: &stream)
    }
  }

  package func identify(in digest: inout SHA256) {
    digest.update(with: ["photographs", balance.rawValue, "\(picturesPerEpoch)"])
    digest.update(with: augmentation)
    digest.update(with: mirrorImages)
    digest.update(with: pictures.labels)
    for index in 0..<pictures.count { digest.update(pictures.levels[index]) }
  }

  package func check(classCount: Int) throws(TrainingError) {
    try augmentation.check()
    if let label = mirrorImages.lazy.compactMap(\.self).first(where: { !(0..<classCount ~= $0) }) {
      throw .drawnLabel(label, classCount: classCount)
    }
    if let picture = pictures.labels.firstIndex(where: { !(0..<classCount ~= $0) }) {
      throw .label(pictures.labels[picture], picture: picture, classCount: classCount)
    }
  }
}
