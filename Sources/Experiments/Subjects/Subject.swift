import Groundwork
import Networks
import Records
import Signs

/// A model file, read and ready to be asked.
package struct Subject: Sendable {
  /// The file as records name it: its path as the user gave it, and its SHA-256.
  package let reference: ModelReference
  package let card: ModelCard
  package let network: Network
  package let reader: NetworkReader
  /// What the network runs on.
  package let loop: ConcurrentLoop

  /// - Parameters:
  ///   - path: a model file.
  ///   - loop: what the network runs on; readings do not depend on its threads.
  ///   - arithmetic: which micro-kernels and which algorithm to use.
  /// - Throws: `FileFault` or `ModelFileError` when the file cannot be used, `UnsuitableModel` when it reads other pictures.
  package init(reading path: String, loop: ConcurrentLoop, arithmetic: Arithmetic = Arithmetic()) throws {
    let model = try ModelFile.read(path)
    let architecture = model.network.architecture
    guard architecture.inputShape == [3, GTSRBDataSet.side, GTSRBDataSet.side],
      architecture.classNames.count == SignClass.count
    else {
      throw UnsuitableModel(
        path: path, inputShape: architecture.inputShape, classCount: architecture.classNames.count)
    }
    reference = ModelReference(path: path, sha256: model.sha256)
    card = model.card
    network = model.network
    self.loop = loop
    reader = NetworkReader(model.network, loop: loop, arithmetic: arithmetic)
  }

  /// One name a class, index = class number.
  package var classNames: [String] { network.architecture.classNames }

  /// A reading as records have it.
  package func reading(of logits: some Collection<Float>) -> Reading {
    let (classNumber, confidence) = Softmax.reading(of: logits)
    return Reading(classNumber: classNumber, name: classNames[classNumber], confidence: confidence)
  }
}
