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
      pictures.append(levels: levels(label: index % 3, from: &stream), label: index % 3)
    }
    return pictures
  }

  /// The same pictures as a renderer would give them.
  static func drawn(perEpoch: Int = 100, identity: String = "stripes") -> DrawnPictures {
    DrawnPictures(
      side: 32, classes: [0, 1, 2], picturesPerEpoch: perEpoch, augmentation: Augmentation(brightness: 0.8...1),
      identity: identity
    ) { label, seed, number, levels in
      var stream = RandomStream(seed: seed, name: "drawn stripes", number)
      _ = levels.initialize(fromContentsOf: Stripes.levels(label: label, from: &stream))
    }
  }

  private static func levels(label: Int, from stream: inout RandomStream) -> [UInt8] {
    let place = 8 + stream.index(below: 16)
    return (0..<3 * 32 * 32).map { at -> UInt8 in
      let (y, x) = (at / 32 % 32, at % 32)
      let isBar = label == 0 ? abs(x - place) < 3 : label == 1 ? abs(y - place) < 3 : false
      return (isBar ? 180 : 40) + UInt8(stream.index(below: 50))
    }
  }

  static func configuration(epochs: Int = 3) -> TrainingConfiguration {
    TrainingConfiguration(epochs: epochs, batchSize: 16, averagingDecay: nil, seed: 5)
  }

  static let photographs = Photographs(pictures(100), augmentation: Augmentation(rotation: -5...5))

  static func trainer(
    _ configuration: TrainingConfiguration = configuration(), on source: any PictureSource = photographs,
    teachers: Teachers? = nil, validation: LabelledPictures? = nil, threads: Int = 2
  ) throws -> Trainer {
    try Trainer(
      architecture, configuration, training: source, teachers: teachers, validation: validation,
      loop: ConcurrentLoop(threads: threads))
  }
}
