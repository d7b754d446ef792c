internal import Experiments
internal import Records

/// What came of an attack on pictures.
public struct AttackReport: Sendable, Equatable {
  /// A picture before and after.
  public struct CraftedPicture: Sendable, Equatable {
    /// As the model reads it: of its size, on 8-bit levels.
    public let clean: Picture
    /// The same, perturbed.
    public let crafted: Picture
    public let cleanReading: Classification
    public let craftedReading: Classification
    /// Whether the picture was read rightly and is now read as the attack wanted, within its limits.
    public let isTurned: Bool
    /// The largest change of a value in [0, 1].
    public let linf: Double
    /// The Euclidean length of the change, values in [0, 1].
    public let l2: Double
  }

  /// One a picture, in the order given.
  public let pictures: [CraftedPicture]
  /// The whole record as JSON, as `stopline attack` writes it to `attack.json`.
  public let json: String

  init(_ result: AttackExperiment.Result) throws {
    pictures = result.images.map(CraftedPicture.init)
    json = String(decoding: try RecordEncoding.document(result.record), as: UTF8.self)
  }
}

extension AttackReport.CraftedPicture {
  init(_ image: AttackExperiment.Crafted) {
    clean = Picture(image.clean)
    crafted = Picture(image.crafted)
    cleanReading = Classification(image.record.clean)
    craftedReading = Classification(image.record.crafted)
    isTurned = image.record.status == .turned
    linf = image.record.norms.linf ?? 0
    l2 = image.record.norms.l2 ?? 0
  }
}
