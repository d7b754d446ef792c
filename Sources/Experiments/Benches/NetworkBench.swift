import Groundwork
import Networks
import Records

/// Times a network: the same work as `Tests/Peers/network.py` gives PyTorch and ONNX Runtime.
package struct NetworkBench {
  private let model: Subject
  private let reader: NetworkReader
  private let loop: ConcurrentLoop
  private let arithmetic: Arithmetic
  private let seconds: Double
  private let clock: () -> Double

  /// - Parameters:
  ///   - arithmetic: what all is computed with.
  ///   - seconds: how long each figure is measured.
  ///   - clock: seconds since any moment.
  package init(
    model: Subject, loop: ConcurrentLoop, arithmetic: Arithmetic, seconds: Double,
    clock: @escaping () -> Double
  ) {
    self.model = model
    reader = NetworkReader(model.network, loop: loop, arithmetic: arithmetic)
    self.loop = loop
    self.arithmetic = arithmetic
    self.seconds = seconds
    self.clock = clock
  }

  /// Images a second, the best of the rounds.
  package func figures(batches: [Int], trainingBatch: Int) throws -> NetworkFigures {
    var figures = NetworkFigures(threads: loop.threads)
    for batch in batches {
      figures.inference["\(batch)"] = ["stopline": inference(batch)]
      figures.inputGradient["\(batch)"] = ["stopline": try inputGradient(batch)]
    }
    figures.training["\(trainingBatch)"] = ["stopline": training(trainingBatch)]
    return figures
  }

  private func inference(_ batch: Int) -> Double {
    let images = images(batch)
    var logits = [Float](repeating: 0, count: batch * model.classes.count)
    return images.withUnsafeBufferPointer { images in
      logits.withUnsafeMutableBufferPointer { logits in
        rate(batch) { reader.logits(images.baseAddress!, count: batch, into: logits.baseAddress!) }
      }
    }
  }

  private func inputGradient(_ batch: Int) throws -> Double {
    let images = Tensor(shape: [batch] + reader.inputShape, elements: images(batch))
    return try rate(batch) {
      _ = try reader.vectorJacobianProducts(on: images) { logits in
        [Tensor(shape: logits.shape, elements: crossEntropyGradient(logits))]
      }
    }
  }

  private func training(_ batch: Int) -> Double {
    let engine = TrainingEngine(graph: model.network.graph, batchSize: batch, loop: loop, arithmetic: arithmetic)
    var parameters = engine.layout.parameters(of: model.network)
    var statistics = engine.layout.statistics(of: model.network)
    var gradients = [Float](repeating: 0, count: parameters.count)
    var optimizer = Optimizer(.nesterov, parameterCount: parameters.count, decayed: [])
    let labels = (0..<batch).map { Int32($0 % model.classes.count) }
    return images(batch).withUnsafeBufferPointer { images in
      rate(batch) {
        _ = engine.lossAndGradients(
          parameters: parameters, statistics: &statistics, images: images.baseAddress!, count: batch,
          targets: .labels(labels, smoothing: 0), dropout: (1, 0), gradients: &gradients, alongside: nil)
        optimizer.step(parameters: &parameters, gradients: gradients, rate: 1e-6, momentum: nil)
      }
    }
  }

  private func images(_ count: Int) -> [Float] {
    var stream = RandomStream(seed: 0, name: "bench images", count)
    return (0..<count * reader.inputShape.reduce(1, *)).map { _ in stream.uniform() }
  }

  /// softmax(Z) minus one-hot of class 0, for every image.
  private func crossEntropyGradient(_ logits: Tensor) -> [Float] {
    (0..<logits.count).flatMap { image in
      var row = Softmax.probabilities(of: logits[item: image]).map(Float.init)
      row[0] -= 1
      return row
    }
  }

  private func rate(_ images: Int, _ work: () throws -> Void) rethrows -> Double {
    try work()
    try work()
    var best = 0.0
    let end = clock() + seconds
    while clock() < end {
      let start = clock()
      try work()
      best = max(best, Double(images) / max(clock() - start, 1e-9))
    }
    return (best * 10).rounded() / 10
  }
}

/// What a bench of a network prints, in the shape of the peers' bench.
package struct NetworkFigures: Codable, Sendable, Equatable {
  package var threads: Int
  package var inference: [String: [String: Double]] = [:]
  package var inputGradient: [String: [String: Double]] = [:]
  package var training: [String: [String: Double]] = [:]

  private enum CodingKeys: String, CodingKey {
    case threads, inference, training
    case inputGradient = "input_gradient"
  }

  /// One JSON object on several lines.
  package func json() throws -> [UInt8] { try RecordEncoding.document(self) }

  /// One line a figure.
  package func text() -> [UInt8] {
    var lines = ["images a second with \(threads) threads"]
    for (title, rows) in [("inference", inference), ("input gradient", inputGradient), ("training step", training)] {
      for (batch, figures) in rows.sorted(by: { (Int($0.key) ?? 0) < (Int($1.key) ?? 0) }) {
        lines.append("  \(title), batch \(batch): \(figures["stopline"] ?? 0)")
      }
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
