import Groundwork

@testable import Networks

/// A data set that is learned in seconds: pictures of 32 × 32 with noise and a bright bar, upright (class 0), lying
/// (class 1) or none (class 2).
enum Stripes {
  static let classNames = ["upright", "lying", "none"]
  static let architecture = Architecture.tiny(classNames: classNames)

  static func pictures(_ count: Int, seed: UInt64 = 1) -> LabelledPictures {
    var pictures = LabelledPictures(side: 32)
    for index in 0..<count {
      var stream = RandomStream(seed: seed, name: "stripes", index)
      let place = 8 + stream.index(below: 16)
      let levels = (0..<3 * 32 * 32).map { at -> UInt8 in
        let (y, x) = (at / 32 % 32, at % 32)
        let isBar = index % 3 == 0 ? abs(x - place) < 3 : index % 3 == 1 ? abs(y - place) < 3 : false
        return (isBar ? 180 : 40) + UInt8(stream.index(below: 50))
      }
      pictures.append(levels: levels, label: index % 3)
    }
    return pictures
  }

  static func configuration(epochs: Int = 3) -> TrainingConfiguration {
    TrainingConfiguration(epochs: epochs, batchSize: 16, augmentation: Augmentation(rotation: -5...5), seed: 5)
  }

  static func trainer(
    _ configuration: TrainingConfiguration = configuration(), validation: LabelledPictures? = nil, threads: Int = 2
  ) throws -> Trainer {
    try Trainer(
      architecture, configuration, training: pictures(100), validation: validation,
      loop: ConcurrentLoop(threads: threads))
  }
}
