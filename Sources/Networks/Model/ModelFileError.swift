import Groundwork

/// A model file that cannot be used, and what is wrong where in it.
package struct ModelFileError: ExplainedError, Equatable {
  package enum Problem: Sendable, Equatable {
    /// The bytes are no sound safetensors file.
    case container(SafeTensorsFault)
    /// A safetensors file of another program: `format` is not `stopline`.
    case otherFormat(String?)
    /// A string that the contract asks for is absent.
    case missingMetadata(key: String)
    /// The JSON text under a key cannot be read.
    case metadata(key: String, place: String)
    /// The layers do not fit together, or the input or classes do not fit them.
    case architecture(ArchitectureFault)
    /// A network that is no chain of layers was to be written.
    case noChain
    case missingTensor(String)
    case unexpectedTensor(String)
    case wrongShape(tensor: String, shape: [Int], needed: [Int])
    /// A running variance that gives no positive standard deviation.
    case variance(tensor: String, index: Int)
  }

  package let path: String
  package let problem: Problem

  package var kind: FaultKind { .badData }

  package var description: String { "\(path): \(detail)." }

  private var detail: String {
    switch problem {
    case .container(let fault):
      return "\(fault); the file is damaged, fetch it again"
    case .otherFormat(let format):
      let found = format.map { "is \"\($0)\"" } ?? "is absent"
      return "its metadata's \"format\" \(found) where a Stopline model says \"stopline\"; name a Stopline model"
    case .missingMetadata(let key):
      return "its metadata has no \"\(key)\"; write the model again with all keys of the contract"
    case .metadata(let key, let place):
      return "its metadata's \"\(key)\" cannot be read (\(place)); write the model again"
    case .architecture(let fault):
      return "\(fault); write the model again with layers that fit"
    case .noChain:
      return "its network is no chain of layers, which is all that a Stopline model holds; keep it in its own format"
    case .missingTensor(let name):
      return "there is no tensor \(name), which its layers need; write the model again with all weights"
    case .unexpectedTensor(let name):
      return "tensor \(name) belongs to none of its layers; write the model again with matching names"
    case .wrongShape(let tensor, let shape, let needed):
      return "tensor \(tensor) has shape \(shape) where its layer needs \(needed); write the model again"
    case .variance(let tensor, let index):
      return
        "tensor \(tensor) holds a variance at index \(index) that is not positive; the file is damaged, fetch it again"
    }
  }
}
