import Foundation
import Groundwork
import TestSupport
import Testing

@testable import Networks

struct ModelFileTests {
  @Test func readsWhatItWrote() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("model.safetensors")
    try ModelFile.write(ModelForge.network, card: ModelForge.card, to: path)
    let model = try ModelFile.read(path)
    #expect(model.network == ModelForge.network)
    #expect(model.card == ModelForge.card)
    #expect(model.sha256 == SHA256.hexDigest(of: try WholeFile.read(path)))
  }

  private static let names = (0..<43).map { "class \($0)" }

  @Test(arguments: [
    Architecture.standard(classNames: names), .tiny(classNames: names), .tiny(classNames: ["a", "b"], side: 48),
  ])
  func readsThePresets(preset: Architecture) throws {
    let network = Network(initializing: preset, seed: 1)
    let bytes = try ModelFile.encode(network, card: ModelCard(), path: "")
    let model = try ModelFile.decode(bytes, path: "")
    #expect(model.network == network)
    #expect(model.card == ModelCard())
  }

  @Test func theSameValuesGiveTheSameBytes() throws {
    #expect(try ModelForge.bytes() == ModelForge.bytes())
  }

  @Test func theDataBeginsAtAMultipleOfEight() throws {
    for length in 1...9 {
      var card = ModelForge.card
      card.command = String(repeating: "x", count: length)
      let bytes = try ModelFile.encode(ModelForge.network, card: card, path: "")
      #expect((Int(bytes[0]) | Int(bytes[1]) << 8) % 8 == 0)
      #expect(try ModelFile.decode(bytes, path: "").card == card)
    }
  }

  @Test func theHeaderIsTheContracts() throws {
    let file = try SafeTensors(decoding: try ModelForge.bytes())
    #expect(file.metadata["format"] == "stopline")
    #expect(
      file.metadata["stopline.input"]
        == #"{"channels":3,"height":8,"mean":[0.5,0.4,0.3],"std":[0.2,0.25,0.3],"width":8}"#)
    let layers = try #require(file.metadata["stopline.layers"])
    #expect(
      layers.hasPrefix(
        #"[{"bias":true,"in":3,"kernel":3,"name":"conv1","out":4,"padding":1,"stride":2,"type":"conv2d"},{"eps":"#))
    #expect(
      file.tensors.map(\.name) == [
        "conv1.weight", "conv1.bias", "bn1.weight", "bn1.bias", "dense1.weight", "bn1.running_mean", "bn1.running_var",
      ])
    #expect(file.tensors[0].tensor.shape == [4, 3, 3, 3])
    #expect(file.tensors[4].tensor.shape == [3, 4])
  }

  @Test func theCardKeepsItsKeys() throws {
    let json = try #require(try SafeTensors(decoding: try ModelForge.bytes()).metadata["stopline.card"])
    #expect(json.contains(#""training_data":"stripes""#) && json.contains(#""measured_with":"PyTorch""#))
    #expect(json.contains(#""seed":18446744073709551615"#) && json.contains(#""accuracy":0.9875"#))
  }

  @Test func aCardOfAnotherProgramMayHoldAnything() throws {
    let bytes = try ModelForge.bytes { $0.metadata["stopline.card"] = #"{"seed":4,"note":"n","list":[1,2],"x":null}"# }
    #expect(try ModelFile.decode(bytes, path: "").card == ModelCard(seed: 4, notes: ["note": "n"]))
  }

  @Test func whatTheContractLeavesOutHasPyTorchsDefaults() throws {
    let bytes = try ModelForge.bytes { file in
      file.metadata["stopline.card"] = nil
      file.metadata["stopline.input"] = #"{"channels":3,"height":8,"width":8}"#
      file.metadata["stopline.layers"] = """
        [{"type":"conv2d","name":"conv1","in":3,"out":4,"kernel":3},{"type":"batch_norm","name":"bn1","features":4},
         {"type":"max_pool2d","name":"p","kernel":2},{"type":"global_avg_pool","name":"g"},
         {"type":"flatten","name":"f"},{"type":"dropout","name":"d"},
         {"type":"linear","name":"dense1","in":4,"out":3,"bias":false}]
        """
    }
    let architecture = try #require(try ModelFile.decode(bytes, path: "").network.architecture)
    #expect(architecture.mean == [0, 0, 0] && architecture.standardDeviation == [1, 1, 1])
    #expect(
      architecture.layers.map(\.kind) == [
        .convolution(input: 3, output: 4, kernel: 3, stride: 1, padding: 0, hasBias: true),
        .batchNorm(features: 4, epsilon: 1e-5), .maxPool(kernel: 2, stride: 2), .globalAveragePool, .flatten,
        .dropout(probability: 0.5), .linear(input: 4, output: 3, hasBias: false),
      ])
  }

  @Test func pyTorchsBatchCountersArePassedOver() throws {
    let sound = try ModelForge.bytes()
    let dataBytes = sound.count - 8 - (Int(sound[0]) | Int(sound[1]) << 8)
    let counter =
      #""bn1.num_batches_tracked":{"data_offsets":[\#(dataBytes),\#(dataBytes + 8)],"dtype":"I64","shape":[]},"#
    let bytes = try ModelForge.bytes(replacing: #""bn1.running_mean""#, with: counter + #""bn1.running_mean""#)
    #expect(try ModelFile.decode(bytes + [9, 0, 0, 0, 0, 0, 0, 0], path: "").network == ModelForge.network)
  }

  @Test func aChannelThatIsAlwaysZeroIsNoFault() throws {
    let bytes = try ModelForge.bytes { $0.tensors[6].tensor.elements[2] = 0 }
    #expect(ModelForge.problem(bytes) == nil)
  }

  @Test func refusesToWriteWhatCouldNotBeRead() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("model.safetensors")
    var network = ModelForge.network
    network.tensors["dense1.weight"]?.elements[5] = .infinity
    let error = try #require(throws: ModelFileError.self) { try ModelFile.write(network, card: ModelCard(), to: path) }
    #expect(error.problem == .container(.notFinite(tensor: "dense1.weight", index: 5)))
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
