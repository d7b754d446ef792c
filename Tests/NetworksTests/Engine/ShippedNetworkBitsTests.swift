import Foundation
import Groundwork
import Networks
import TestSupport
import Testing

/// The shipped networks keep their bits from version to version: scores, gradients by the image and steps of training,
/// for every instruction set and algorithm.
///
/// A change that is meant to change them records the digests anew: the test's message prints the lines.
@Suite struct ShippedNetworkBitsTests {
  static let models = ["merged", "real", "rendered", "tiny"]

  private static func network(_ name: String) throws -> Network {
    let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../Assets/Models")
    return try ModelFile.read(folder.appendingPathComponent("\(name).safetensors").standardizedFileURL.path).network
  }

  /// Values in [0, 1) from whole-number arithmetic alone.
  private static func values(_ count: Int, _ name: String) -> [Float] {
    var stream = RandomStream(seed: 5, name: name)
    return (0..<count).map { _ in stream.uniform() }
  }

  private static func digest(_ lists: [Float]...) -> String {
    let bytes = lists.joined().flatMap { value in withUnsafeBytes(of: value.bitPattern.littleEndian) { Array($0) } }
    return String(SHA256.hexDigest(of: bytes).prefix(16))
  }

  /// Instruction sets whose bits are recorded and that this processor has.
  private static let kernels = KernelChoice.available.filter { kernel in
    RecordedBits.reading.keys.contains { $0.hasPrefix("\(kernel)") }
  }

  @Test(arguments: models, kernels)
  func scoresAndGradientsKeepTheirBits(_ model: String, _ kernel: KernelChoice) throws {
    let network = try Self.network(model)
    for algorithm in ConvolutionAlgorithm.allCases {
      let reader = NetworkReader(
        network, loop: ConcurrentLoop(threads: 2), arithmetic: Arithmetic(kernel: kernel, algorithm: algorithm))
      let count = 9
      let batch = Tensor(shape: [count, 3, 32, 32], elements: Self.values(count * 3072, "images"))
      let weighting = Tensor(
        shape: [count, reader.classCount],
        elements: Self.values(count * reader.classCount, "weighting").map { $0 - 0.5 })
      let (scores, products) = try reader.vectorJacobianProducts(on: batch) { _ in [weighting] }
      let digest = Self.digest(scores.elements, products[0].elements)
      let key = "\(kernel) \(algorithm) \(model)"
      #expect(RecordedBits.reading[key] == digest, "\"\(key)\": \"\(digest)\",")
    }
  }

  @Test(arguments: ["merged", "tiny"], kernels)
  func aStepOfTrainingKeepsItsBits(_ model: String, _ kernel: KernelChoice) throws {
    let network = try Self.network(model)
    for algorithm in ConvolutionAlgorithm.allCases {
      let engine = TrainingEngine(
        graph: network.graph, batchSize: 20, loop: ConcurrentLoop(threads: 2),
        arithmetic: Arithmetic(kernel: kernel, algorithm: algorithm))
      let count = 18
      var statistics = engine.layout.statistics(of: network)
      var gradients = [Float](repeating: 0, count: engine.layout.parameterCount)
      _ = engine.lossAndGradients(
        parameters: engine.layout.parameters(of: network), statistics: &statistics,
        images: Self.values(count * 3072, "images"), count: count,
        targets: .labels((0..<count).map { Int32($0 * 5 % 43) }, smoothing: 0.05), dropout: (7, 1),
        gradients: &gradients)
      let digest = Self.digest(gradients, statistics)
      let key = "\(kernel) \(algorithm) \(model)"
      #expect(RecordedBits.training[key] == digest, "\"\(key)\": \"\(digest)\",")
    }
  }
}
