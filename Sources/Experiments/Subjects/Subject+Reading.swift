import Attacks
import Driving
import Imaging
import Networks
import Records

extension Subject {
  /// The picture in the size that the reader reads, on 8-bit levels as a file would keep it. One of far other proportions
  /// keeps them: its edges are continued.
  package func networkInput(_ image: Image) -> Image {
    if image.shape == picture { return image.roundedToEightBits }
    let fit = proportion(of: image).usualFit
    return image.fitted(width: picture.width, height: picture.height, by: fit).roundedToEightBits
  }

  /// How a picture's proportions compare with those that the reader reads.
  package func proportion(of image: Image) -> ImageProportion {
    ImageProportion(
      width: image.width, height: image.height, wantedWidth: picture.width, wantedHeight: picture.height)
  }

  /// Pictures of the reader's size as a batch `(N, 3, H, W)`.
  package func batch(of images: [Image]) -> Tensor {
    Tensor(shape: [images.count] + reader.inputShape, elements: images.flatMap(\.samples))
  }

  /// What the reader makes of each picture of a batch.
  package func readings(of batch: Tensor) throws -> [ReadingRecord] {
    guard let reader = reader as? any ScoreReader else {
      return try reader.decisions(on: batch).map { reading(Attacks.Reading(decision: $0, confidence: nil)) }
    }
    let (decisions, logits) = try reader.scoredDecisions(on: batch)
    return decisions.enumerated().map { reading(Attacks.Reading(decision: $1, logits: logits[item: $0])) }
  }

  /// A harness's reading as records have it; a reader without scores is sure of what it says and of nothing else.
  package func reading(_ reading: Attacks.Reading) -> ReadingRecord {
    ReadingRecord(
      classNumber: reading.decision, name: reading.decision.map { classes.names[$0] },
      confidence: reading.confidence ?? 0)
  }

  /// A reading as the car takes it.
  func signReading(_ reading: ReadingRecord) -> SignReading {
    SignReading(
      classNumber: reading.classNumber, sign: reading.classNumber.flatMap(classes.sign(at:)),
      confidence: reading.confidence)
  }
}
