import Foundation
import Groundwork

@testable import Networks

/// A small sound model's file, and ways to spoil it.
enum ModelForge {
  static let architecture = Architecture(
    inputShape: [3, 8, 8], mean: [0.5, 0.4, 0.3], standardDeviation: [0.2, 0.25, 0.3],
    layers: [
      Layer(
        name: "conv1", kind: .convolution(input: 3, output: 4, kernel: 3, stride: 2, padding: 1, hasBias: true)),
      Layer(name: "bn1", kind: .batchNorm(features: 4, epsilon: 1e-5)),
      Layer(name: "relu1", kind: .relu),
      Layer(name: "pool1", kind: .averagePool(kernel: 2, stride: 2)),
      Layer(name: "global", kind: .globalAveragePool),
      Layer(name: "flatten", kind: .flatten),
      Layer(name: "dropout", kind: .dropout(probability: 0.25)),
      Layer(name: "dense1", kind: .linear(input: 4, output: 3, hasBias: false)),
    ],
    classNames: ["stop", "yield", "Straße \"30\""])

  static let network = Network(initializing: architecture, seed: 11)
  static let card = ModelCard(
    trainingData: "stripes", seed: .max, epochs: 3, accuracy: 0.987_5, date: "2026-11-24", command: "stopline train",
    notes: ["measured_with": "PyTorch"])

  /// The sound file's bytes.
  static func bytes() throws -> [UInt8] { try ModelFile.encode(network, card: card, path: "sound") }

  /// A file with these strings and tensors, whatever they are.
  static func bytes(
    editing edit: (inout SafeTensors) -> Void
  ) throws -> [UInt8] {
    var file = try SafeTensors(decoding: try bytes())
    edit(&file)
    return try file.encoded()
  }

  /// The sound file with one piece of its header's text replaced everywhere.
  static func bytes(replacing old: String, with new: String) throws -> [UInt8] {
    let sound = try bytes()
    let length = Int(sound[0]) | Int(sound[1]) << 8
    let header = String(decoding: sound[8..<8 + length], as: UTF8.self)
    precondition(header.contains(old), "the header holds what is to be replaced")
    return bytes(header: header.replacingOccurrences(of: old, with: new), data: Array(sound[(8 + length)...]))
  }

  /// A file of a header and data.
  static func bytes(header: String, data: [UInt8] = []) -> [UInt8] {
    let text = [UInt8](header.utf8)
    return (0..<8).map { UInt8(truncatingIfNeeded: text.count >> (8 * $0)) } + text + data
  }

  /// What reading these bytes is refused for.
  static func problem(_ bytes: [UInt8]) -> ModelFileError.Problem? {
    do {
      _ = try ModelFile.decode(bytes, path: "model.safetensors")
      return nil
    } catch {
      return error.problem
    }
  }
}
