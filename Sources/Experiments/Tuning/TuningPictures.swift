import Groundwork
import Imaging
import Networks
import Records
import Signs

/// Labelled pictures that a threshold is tuned on.
package protocol TuningPictures: Sendable {
  /// How many pictures there are.
  var count: Int { get }
  /// What they are, in a record's words: a folder, or how they were drawn.
  var title: String { get }
  /// The SHA-256 over the pictures' own digests in their order.
  var sha256: String { get }
  /// What was there and is not among them.
  var leftOut: LeftOut { get }
  /// What a picture shows.
  func sign(at index: Int) -> SignClass
  /// Which physical sign it shows; pictures of one are near copies.
  func track(at index: Int) -> Int
  /// The picture, of any size.
  func image(at index: Int) -> Image
}

/// Photographs, with the folder that they come from.
package struct PhotographedSigns: TuningPictures {
  private let photographs: GTSRBDataSet
  package let title: String
  package let leftOut: LeftOut

  /// - Parameters:
  ///   - path: the folder as the user gave it.
  ///   - leftOut: photographs of signs that the reader does not tell apart.
  package init(_ photographs: GTSRBDataSet, path: String, leftOut: LeftOut = LeftOut()) {
    self.photographs = photographs
    title = path
    self.leftOut = leftOut
  }

  package var sha256: String { photographs.sha256 }

  package var count: Int { photographs.count }

  package func sign(at index: Int) -> SignClass { photographs.labels[index] }

  package func track(at index: Int) -> Int { photographs.tracks[index] }

  package func image(at index: Int) -> Image { photographs.image(at: index) }
}

/// Pictures that the renderer draws: what there is on a machine without photographs. Each shows a sign of its own.
package struct RenderedPictures: TuningPictures {
  private let pictures: LabelledPictures
  private let classes: ClassList
  package let title: String
  package let leftOut = LeftOut()

  /// - Parameters:
  ///   - generator: draws them; other pictures than those that the shipped networks learnt from.
  ///   - classes: the reader's; those that are signs are drawn.
  ///   - perClass: how many of each class, at least 1.
  ///   - seed: the run's seed.
  package init(_ generator: PictureGenerator, of classes: ClassList, perClass: Int, seed: UInt64) {
    let drawn = generator.pictures(of: classes, perEpoch: nil, augmentation: Augmentation())
    pictures = drawn.validation(picturesPerClass: perClass, seed: seed)
    self.classes = classes
    title = "rendered pictures, \(perClass) of each class"
  }

  package var count: Int { pictures.count }

  package var sha256: String {
    var digest = SHA256()
    for index in 0..<count {
      digest.update(Array(SHA256.hexDigest(of: image(at: index).samples.map(Image.level)).utf8))
    }
    return digest.finalizedHex()
  }

  package func sign(at index: Int) -> SignClass {
    guard let sign = classes.sign(at: pictures.labels[index]) else { preconditionFailure("what is drawn is a sign") }
    return sign
  }

  package func track(at index: Int) -> Int { index }

  package func image(at index: Int) -> Image {
    Image(width: pictures.side, height: pictures.side, samples: pictures.batch(index..<index + 1).elements)
  }
}
