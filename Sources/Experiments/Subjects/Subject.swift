import Defenses
import Groundwork
import Imaging
import Networks
import Records
import Signs

/// What is tested: a model file, read and ready to be asked, behind its defences.
///
/// The car and the attacker, `tune` and `evaluate` all ask the same `reader`: a clean drive and its attacked twin have the
/// same defences, and an attacker knows them.
package struct Subject: Sendable {
  /// The file as records name it: its path as the user gave it, and its SHA-256.
  package let reference: ModelReference
  package let card: ModelCard
  package let network: Network
  /// What reads: the network behind the defences. It has scores and gradients where defences leave them.
  package let reader: any DecisionReader
  package let defences: DefenseStack
  /// What the reader's class numbers mean.
  package let classes: ClassList
  /// What pictures have to be like to be read.
  package let picture: PictureShape
  /// What the network runs on.
  package let loop: ConcurrentLoop
  package let arithmetic: Arithmetic

  /// One name a class, index = class number.
  package var classNames: [String] { classes.names }

  /// - Parameters:
  ///   - path: a model file.
  ///   - defences: what stands before the network.
  ///   - loop: what the network runs on; readings do not depend on its threads.
  ///   - arithmetic: which micro-kernels and which algorithm to use.
  /// - Throws: `FileFault` or `ModelFileError` when the file cannot be used, `UnsuitableModel` when it reads no
  ///   pictures, `KnowledgeMissing` when a defence asks what the network does not answer.
  package init(
    reading path: String, defences: DefenseStack = DefenseStack(), loop: ConcurrentLoop,
    arithmetic: Arithmetic = Arithmetic()
  ) throws {
    let model = try ModelFile.read(path)
    let inputShape = model.network.inputShape
    classes = ClassList(model.network.classNames)
    try UnsuitableModel.check(path: path, inputShape: inputShape, classCount: classes.count)
    picture = PictureShape(height: inputShape[1], width: inputShape[2])
    reference = ModelReference(path: path, sha256: model.sha256)
    card = model.card
    network = model.network
    reader = try defences.defend(NetworkReader(model.network, loop: loop, arithmetic: arithmetic))
    self.defences = defences
    self.loop = loop
    self.arithmetic = arithmetic
  }
}
