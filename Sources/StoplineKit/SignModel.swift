internal import Experiments
internal import Groundwork

/// A network that reads traffic signs.
public struct SignModel: Sendable {
  let subject: Subject

  /// Reads a model file.
  /// - Parameters:
  ///   - path: a safetensors file with Stopline's metadata.
  ///   - threads: how many workers share its arithmetic, at least 1; readings do not depend on it.
  /// - Throws: `StoplineError` when the file is missing, damaged, or reads something else.
  public init(contentsOf path: String, threads: Int = 1) throws(StoplineError) {
    subject = try StoplineError.explaining { try Subject(reading: path, loop: ConcurrentLoop(threads: threads)) }
  }

  /// What the classes are called, by their numbers.
  public var classNames: [String] { subject.classes.names }

  /// What the network reads in a picture of a sign with about a tenth of margin on every side.
  ///
  /// A picture of another size than the network's is resampled to it, whole.
  /// - Throws: `StoplineError`.
  public func classify(_ picture: Picture) throws(StoplineError) -> Classification {
    try StoplineError.explaining { Classification(try subject.classify(picture.image, file: "")) }
  }
}
