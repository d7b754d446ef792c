import Imaging
import Networks
import Records

extension Subject {
  /// How many of the most probable classes a classification lists.
  package static let listedClasses = 5

  /// What the network reads in a picture of a sign that fills the frame but for a margin of about 10 % a side.
  ///
  /// A picture of another size than the network's is resampled to it, whole.
  /// - Parameters:
  ///   - image: any size.
  ///   - file: its name in the record.
  ///   - rejectionThreshold: a reading less sure than this counts as none; in [0, 1].
  ///   - includingLogits: whether the record also holds the scores before softmax.
  package func classify(
    _ image: Image, file: String, rejectionThreshold: Double = 0, includingLogits: Bool = false
  ) throws -> ClassificationRecord {
    let logits = try reader.logits(on: batch(of: [networkInput(image)]))
    let probabilities = Softmax.probabilities(of: logits.elements)
    let ranked = probabilities.indices.sorted {
      (probabilities[$1], $0) < (probabilities[$0], $1)
    }
    let top = ranked.prefix(Subject.listedClasses).map {
      Reading(classNumber: $0, name: classNames[$0], confidence: probabilities[$0])
    }
    let rejected = Reading(classNumber: nil, name: nil, confidence: top[0].confidence)
    return ClassificationRecord(
      file: file, reading: top[0].confidence < rejectionThreshold ? rejected : top[0], top: top,
      logits: includingLogits ? logits.elements : nil)
  }

  /// The picture in the size that the network reads, on 8-bit levels as a file would keep it.
  package func networkInput(_ image: Image) -> Image {
    let (height, width) = (network.architecture.inputShape[1], network.architecture.inputShape[2])
    let sized = image.width == width && image.height == height ? image : image.resampled(width: width, height: height)
    return sized.roundedToEightBits
  }

  /// Pictures of the network's size as a batch `(N, 3, H, W)`.
  package func batch(of images: [Image]) -> Tensor {
    Tensor(shape: [images.count] + network.architecture.inputShape, elements: images.flatMap(\.samples))
  }
}
