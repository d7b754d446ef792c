import Foundation
import Groundwork

extension Trainer {
  /// Writes the state, from which a trainer with the same configuration and pictures goes on to the same bits.
  /// - Throws: `FileFault`; the file that was there before is then untouched.
  package func writeCheckpoint(to path: String) throws {
    var file = SafeTensors()
    file.metadata = [
      Key.format: Self.formatName, Key.run: runDigest, Key.step: String(state.step),
    ]
    for (name, values) in checkpointArrays {
      file.tensors.append((name, Tensor(shape: [values.count], elements: values)))
    }
    do {
      try WholeFile.write(try file.encoded(), to: path)
    } catch let fault as SafeTensorsFault {
      throw TrainingError.damagedCheckpoint(path: path, problem: fault.description)
    }
  }

  /// Takes over the state from a checkpoint.
  /// - Throws: `FileFault` when the file cannot be read; `TrainingError` when it is damaged or from another run. The
  ///   trainer is then as before.
  package func resume(from path: String) throws {
    let bytes = try WholeFile.read(path)
    let file: SafeTensors
    do {
      file = try SafeTensors(decoding: bytes)
    } catch {
      throw TrainingError.damagedCheckpoint(path: path, problem: error.description)
    }
    guard file.metadata[Key.format] == Self.formatName else {
      throw TrainingError.damagedCheckpoint(path: path, problem: "this is no checkpoint of a training run")
    }
    guard file.metadata[Key.run] == runDigest else { throw TrainingError.otherRun(path: path) }
    guard let step = file.metadata[Key.step].flatMap({ Int($0) }), 0...steps ~= step else {
      throw TrainingError.damagedCheckpoint(path: path, problem: "its step is none of this run")
    }
    let expected = checkpointArrays
    guard
      expected.map(\.name) == file.tensors.map(\.name),
      zip(expected, file.tensors).allSatisfy({ $0.values.count == $1.tensor.elements.count })
    else {
      throw TrainingError.damagedCheckpoint(path: path, problem: "its tensors are not those of this run")
    }
    takeOver(file.tensors.map(\.tensor.elements), step: step)
  }

  private enum Key {
    static let format = "format"
    static let run = "stopline.run"
    static let step = "stopline.step"
  }

  private static var formatName: String { "stopline.checkpoint/2" }

  /// The state's arrays under the names and in the order of the file.
  private var checkpointArrays: [(name: String, values: [Float])] {
    var arrays = [
      ("parameters", state.parameters), ("statistics", state.statistics), ("first_moment", state.optimizer.firstMoment),
      ("second_moment", state.optimizer.secondMoment),
    ]
    if let average = state.average { arrays.append(("average_parameters", average.parameters)) }
    return arrays
  }

  /// Sets the state from arrays in the order of `checkpointArrays`.
  private func takeOver(_ arrays: [[Float]], step: Int) {
    state.parameters = arrays[0]
    state.statistics = arrays[1]
    state.optimizer = Optimizer(
      configuration.rule, decayed: state.optimizer.decayed, firstMoment: arrays[2], secondMoment: arrays[3], steps: step
    )
    if arrays.count > 4 { state.average?.parameters = arrays[4] }
    state.step = step
  }
}

extension SHA256 {
  /// Names a run: layers, configuration, training pictures and teachers. A checkpoint goes on only where all are the same.
  static func hexDigest(
    ofRun architecture: Architecture, _ configuration: TrainingConfiguration, _ source: any PictureSource,
    _ teachers: Teachers?
  ) -> String {
    var digest = SHA256()
    digest.update(with: architecture.layers.map(LayerDescription.init))
    digest.update(with: architecture.inputShape.map(Float.init) + architecture.mean + architecture.standardDeviation)
    digest.update(with: configuration)
    source.identify(in: &digest)
    teachers?.identify(in: &digest)
    return digest.finalizedHex()
  }
}
