internal import Defenses
internal import Experiments
internal import Groundwork
internal import Settings

/// A network that reads traffic signs, with what defends it.
public struct SignModel: Sendable {
  let subject: Subject

  /// Reads a model file.
  /// - Parameters:
  ///   - path: a safetensors file with Stopline's metadata.
  ///   - defences: what stands before the network, such as `rejection(threshold=0.9)`, in order.
  ///   - threads: how many workers share the arithmetic, at least 1; results do not depend on it.
  /// - Throws: `StoplineError` when the file is missing, damaged, or reads no pictures, or there is no such defence.
  public init(contentsOf path: String, defences: [String] = [], threads: Int = 1) throws(StoplineError) {
    let stack: DefenseStack
    do { stack = try DefenseStack(reading: defences) } catch { throw StoplineError("The defence", error) }
    subject = try StoplineError.explaining {
      try Subject(reading: path, defences: stack, loop: ConcurrentLoop(threads: threads))
    }
  }

  /// What the classes are called, by their numbers.
  public var classNames: [String] { subject.classes.names }

  /// What the model reads in a picture of a sign with about a tenth of margin on every side.
  ///
  /// A picture of another size than the network's is resampled to it.
  /// - Throws: `StoplineError` when the model gives no answer.
  public func classify(_ picture: Picture) throws(StoplineError) -> Classification {
    try StoplineError.explaining {
      Classification(try subject.readings(of: subject.batch(of: [subject.networkInput(picture.image)]))[0])
    }
  }
}
