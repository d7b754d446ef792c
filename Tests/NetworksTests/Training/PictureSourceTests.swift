import Groundwork
import Testing

@testable import Networks

struct PictureSourceTests {
  /// 90 pictures of class 0, 10 of class 2.
  private var rare: LabelledPictures {
    let stripes = Stripes.pictures(300)
    let chosen = (0..<300).filter { $0 % 3 == 0 }.prefix(90) + (0..<300).filter { $0 % 3 == 2 }.prefix(10)
    return LabelledPictures(
      side: 32, levels: stripes.levels.selecting(Array(chosen)), labels: chosen.map { stripes.labels[$0] })
  }

  private func shown(_ source: some PictureSource, epoch: Int = 0, seed: UInt64 = 1) -> [PictureChoice] {
    source.choices(source.picturesPerEpoch, epoch: epoch, seed: seed)
  }

  @Test func anEpochOfPhotographsShowsEachOnce() {
    let source = Photographs(rare, augmentation: Augmentation())
    let choices = shown(source)
    #expect(choices.map(\.item).sorted() == Array(0..<100))
    #expect(choices.allSatisfy { $0.label == rare.labels[$0.item] })
    #expect(choices != shown(source, epoch: 1) && choices != shown(source, seed: 2))
    #expect(choices == shown(source))
  }

  /// Weights n^0.5 of 90 and 10: 3 to 1.
  @Test(arguments: [(ClassBalance.natural, 90), (.tempered, 75), (.uniform, 50)])
  func balanceSaysHowOftenClassesAreShown(balance: ClassBalance, common: Int) {
    let source = Photographs(rare, augmentation: Augmentation(), balance: balance)
    let choices = shown(source)
    #expect(choices.count == 100)
    #expect(choices.filter { $0.label == 0 }.count == common)
    // Within a class no picture is shown twice more often than another.
    let times = (90..<100).map { item in choices.filter { $0.item == item }.count }
    #expect((times.max() ?? 0) - (times.min() ?? 0) <= 1)
  }

  /// Class 0 mirrors to itself, class 2 to class 1, which has no pictures of its own.
  @Test func someAreShownMirroredAsTheClassThatTheyThenShow() {
    let source = Photographs(rare, augmentation: Augmentation(mirroring: 0.5), mirrorImages: [0, nil, 1])
    let choices = (0..<10).flatMap { shown(source, epoch: $0) }
    #expect(
      choices.allSatisfy {
        $0.label == ($0.item < 100 ? rare.labels[$0.item] : [0, nil, 1][rare.labels[$0.item - 100]])
      })
    #expect(420...580 ~= choices.filter { $0.item >= 100 }.count)
    #expect(choices.contains { $0.label == 1 } && choices.contains { $0.label == 2 })
    let never = Photographs(rare, augmentation: Augmentation(), mirrorImages: [0, nil, 1])
    #expect(shown(never).allSatisfy { $0.item < 100 })
    let none = Photographs(rare, augmentation: Augmentation(mirroring: 1))
    #expect(shown(none).allSatisfy { $0.item < 100 })
    #expect(throws: TrainingError.drawnLabel(7, classCount: 3)) {
      try Photographs(rare, augmentation: Augmentation(), mirrorImages: [7]).check(classCount: 3)
    }
  }

  @Test func aMirroredChoiceIsWrittenMirrored() {
    let source = Photographs(rare, augmentation: Augmentation(mirroring: 1), mirrorImages: [0])
    func written(_ item: Int) -> [Float] {
      var levels = [Float](repeating: -1, count: 3 * 32 * 32)
      levels.withUnsafeMutableBufferPointer {
        source.write(PictureChoice(item: item, label: 0), at: PicturePlace(seed: 1, epoch: 0, index: 0), into: $0)
      }
      return levels
    }
    let (plain, mirrored) = (written(17), written(117))
    #expect(plain != mirrored)
    #expect(plain.indices.allSatisfy { abs(plain[$0] - mirrored[$0 / 32 * 32 + 31 - $0 % 32]) < 1e-6 })
  }

  @Test func quotasAreExactOnAverageAndAddUp() {
    var sums = [0.0, 0, 0]
    for epoch in 0..<2_000 {
      var stream = RandomStream(seed: 3, name: "offsets", epoch)
      let quotas = ClassBalance.uniform.quotas(
        ofClassesWith: [7, 0, 9, 100], total: 100, offset: Double(stream.uniform()))
      #expect(quotas.reduce(0, +) == 100 && quotas[1] == 0)
      #expect([0, 2, 3].allSatisfy { 33...34 ~= quotas[$0] })
      for (place, index) in [0, 2, 3].enumerated() { sums[place] += Double(quotas[index]) }
    }
    #expect(sums.allSatisfy { abs($0 / 2_000 - 100.0 / 3) < 0.05 })
    #expect(ClassBalance.tempered.quotas(ofClassesWith: [0, 0], total: 5, offset: 0.5) == [0, 0])
  }

  @Test func drawnPicturesAreNewInEveryEpochAndPlace() {
    let source = Stripes.drawn(perEpoch: 99)
    let choices = shown(source)
    #expect((0..<3).allSatisfy { label in choices.filter { $0.label == label }.count == 33 })
    func picture(_ epoch: Int, _ index: Int) -> [Float] {
      var levels = [Float](repeating: -1, count: 3 * 32 * 32)
      levels.withUnsafeMutableBufferPointer {
        source.write(
          PictureChoice(item: 1, label: 1), at: PicturePlace(seed: 1, epoch: epoch, index: index), into: $0)
      }
      return levels
    }
    #expect(picture(0, 0) == picture(0, 0))
    #expect(picture(0, 0) != picture(0, 1) && picture(0, 0) != picture(1, 0))
    #expect(picture(0, 0).allSatisfy { 0...1 ~= $0 })
  }

  @Test func picturesToJudgeByAreNotThoseOfTheRun() {
    let validation = Stripes.drawn().validation(picturesPerClass: 4, seed: 5)
    #expect(validation.labels == [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2])
    let pictures = (0..<12).map { validation.levels[$0] }
    #expect(Set(pictures).count == 12)
    let again = Stripes.drawn().validation(picturesPerClass: 4, seed: 5)
    #expect(pictures == (0..<12).map { again.levels[$0] })
  }

  @Test(arguments: [0, 0.25, 1])
  func aMixtureHasItsShareOfEach(share: Double) {
    let source = MixedPictures(
      Photographs(rare, augmentation: Augmentation()), Stripes.drawn(), share: share, picturesPerEpoch: 80)
    let choices = shown(source)
    #expect(choices.count == 80)
    #expect(choices.filter { $0.item & 1 == 1 }.count == Int(80 * share))
    #expect(choices.filter { $0.item & 1 == 0 }.allSatisfy { rare.labels[$0.item >> 1] == $0.label })
  }

  @Test func aMixtureWritesThePictureOfTheSourceThatItChose() {
    let (first, second) = (Photographs(rare, augmentation: Augmentation()), Stripes.drawn())
    let source = MixedPictures(first, second, share: 0.5, picturesPerEpoch: 80)
    let place = PicturePlace(seed: 4, epoch: 2, index: 17)
    func levels(_ source: some PictureSource, _ item: Int, label: Int) -> [Float] {
      var levels = [Float](repeating: -1, count: 3 * 32 * 32)
      levels.withUnsafeMutableBufferPointer {
        source.write(PictureChoice(item: item, label: label), at: place, into: $0)
      }
      return levels
    }
    #expect(levels(source, 95 << 1, label: 2) == levels(first, 95, label: 2))
    #expect(levels(source, 2 << 1 | 1, label: 2) == levels(second, 2, label: 2))
  }
}
