import Foundation
import Groundwork

extension ModelFile {
  /// The network in a file's bytes; `path` is for the error only.
  static func decode(_ bytes: [UInt8], path: String) throws(ModelFileError) -> LoadedModel {
    do throws(Unusable) {
      let (network, card) = try contents(of: bytes)
      return LoadedModel(network: network, card: card, sha256: SHA256.hexDigest(of: bytes))
    } catch {
      throw ModelFileError(path: path, problem: error.problem)
    }
  }

  /// A problem on its way to the place that knows the file's name.
  private struct Unusable: Error {
    let problem: ModelFileError.Problem
  }

  private static func contents(of bytes: [UInt8]) throws(Unusable) -> (Network, ModelCard) {
    let file: SafeTensors
    do {
      // PyTorch counts batches in an integer tensor beside each batch norm; nothing here needs the count.
      file = try SafeTensors(decoding: bytes, ignoring: { $0.hasSuffix(".num_batches_tracked") })
    } catch {
      throw Unusable(problem: .container(error))
    }
    guard file.metadata[Key.format] == formatName else {
      throw Unusable(problem: .otherFormat(file.metadata[Key.format]))
    }
    let architecture = try architecture(from: file.metadata)
    var tensors: [String: Tensor] = [:]
    for (name, tensor) in file.tensors { tensors[name] = tensor }
    let network = Network(architecture: architecture, tensors: tensors)
    if let problem = tensorProblem(of: network) { throw Unusable(problem: problem) }
    let card = file.metadata[Key.card] == nil ? ModelCard() : try value(ModelCard.self, of: Key.card, in: file.metadata)
    return (network, card)
  }

  private static func architecture(from metadata: [String: String]) throws(Unusable) -> Architecture {
    let classNames = try value([String].self, of: Key.classes, in: metadata)
    let input = try value(InputDescription.self, of: Key.input, in: metadata)
    let descriptions = try value([LayerDescription].self, of: Key.layers, in: metadata)
    do throws(ArchitectureFault) {
      var layers: [Layer] = []
      for description in descriptions { layers.append(try description.layer()) }
      let architecture = Architecture(
        inputShape: [input.channels, input.height, input.width], mean: input.mean ?? [0, 0, 0],
        standardDeviation: input.std ?? [1, 1, 1], layers: layers, classNames: classNames)
      try architecture.check()
      return architecture
    } catch {
      throw Unusable(problem: .architecture(error))
    }
  }

  private static func value<Value: Decodable>(
    _ type: Value.Type, of key: String, in metadata: [String: String]
  ) throws(Unusable) -> Value {
    guard let text = metadata[key] else { throw Unusable(problem: .missingMetadata(key: key)) }
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch {
      throw Unusable(problem: .metadata(key: key, place: jsonPlace(of: error)))
    }
  }
}
