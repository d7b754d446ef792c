import Foundation
import Groundwork
import Networks
import Synchronization
import TestSupport
import Testing

/// The training step against the naive loops.
@Suite struct TrainingEngineTests {
  /// One step from a fixed start.
  struct Step: Equatable {
    var result: TrainingResult
    var gradients: [Float]
    var statistics: [Float]

    init(
      _ architecture: Architecture, count: Int, batchSize: Int, threads: Int = 1, arithmetic: Arithmetic = Arithmetic(),
      targets: TrainingTargets? = nil, dropoutStep: Int = 0, network: Network? = nil
    ) {
      self.init(
        network ?? SmallNetworks.random(architecture), count: count, batchSize: batchSize, threads: threads,
        arithmetic: arithmetic, targets: targets, dropoutStep: dropoutStep)
    }

    init(
      _ network: Network, count: Int, batchSize: Int, threads: Int = 1, arithmetic: Arithmetic = Arithmetic(),
      targets: TrainingTargets? = nil, dropoutStep: Int = 0
    ) {
      let engine = TrainingEngine(
        graph: network.graph, batchSize: batchSize, loop: ConcurrentLoop(threads: threads), arithmetic: arithmetic)
      statistics = engine.layout.statistics(of: network)
      gradients = [Float](repeating: .nan, count: engine.layout.parameterCount)
      let labels = TrainingTargets.labels(Step.labels(count, network.classNames.count), smoothing: 0.05)
      result = engine.lossAndGradients(
        parameters: engine.layout.parameters(of: network), statistics: &statistics,
        images: SmallNetworks.images(count, for: network.graph).elements, count: count, targets: targets ?? labels,
        dropout: (7, dropoutStep), gradients: &gradients)
    }

    static func labels(_ count: Int, _ classes: Int) -> [Int32] {
      (0..<count).map { Int32(($0 * 5 + 1) % classes) }
    }
  }

  /// Loss and its gradient by the scores for a distribution over the classes, in plain loops.
  static func crossEntropy(_ scores: [Double], _ targets: [Double], classes: Int) -> (loss: Double, gradient: [Double])
  {
    let count = scores.count / classes
    var loss = 0.0
    var gradient = scores
    for image in 0..<count {
      let row = scores[image * classes..<(image + 1) * classes]
      let sum = row.reduce(0) { $0 + exp($1) }
      for index in row.indices {
        loss -= targets[index] * (scores[index] - log(sum)) / Double(count)
        gradient[index] = (exp(scores[index]) / sum - targets[index]) / Double(count)
      }
    }
    return (loss, gradient)
  }

  static func smoothed(_ labels: [Int32], classes: Int, by smoothing: Double) -> [Double] {
    labels.flatMap { label in
      (0..<classes).map { ($0 == Int(label) ? 1 - smoothing : 0) + smoothing / Double(classes) }
    }
  }

  @Test(arguments: SmallNetworks.graphs, Arithmetic.available)
  func lossAndGradientsAreThoseOfTheNaiveLoops(_ network: SmallNetworks.GraphCase, _ arithmetic: Arithmetic) throws {
    let count = 5
    let value = try SmallNetworks.random(network.graph)
    let step = Step(value, count: count, batchSize: 8, threads: 2, arithmetic: arithmetic)
    let naive = NaiveNetwork(value, usesBatchStatistics: true)
    let batch = SmallNetworks.images(count, for: network.graph)
    let classes = value.classNames.count
    let targets = Self.smoothed(Step.labels(count, classes), classes: classes, by: 0.05)
    let (loss, scoreGradient) = Self.crossEntropy(naive.logits(batch), targets, classes: classes)
    #expect(abs(step.result.loss - loss) < 1e-5 * (1 + abs(loss)))
    let expected = naive.gradients(batch, weighting: scoreGradient).tensors
    for entry in ParameterLayout(network.graph).parameters {
      let difference = relativeDifference(
        Array(step.gradients[entry.range]), expected[entry.name]!, floor: 1e-2)
      #expect(difference < 1e-4, "\(entry.name)")
    }
  }

  @Test func naiveParameterGradientsAreThoseOfFiniteDifferences() {
    let architecture = SmallNetworks.cases[3].architecture
    var naive = NaiveNetwork(SmallNetworks.random(architecture), usesBatchStatistics: true)
    let batch = SmallNetworks.images(4, for: architecture)
    let classes = architecture.classNames.count
    let targets = Self.smoothed(Step.labels(4, classes), classes: classes, by: 0.05)
    let weighting = Self.crossEntropy(naive.logits(batch), targets, classes: classes).gradient
    let gradients = naive.gradients(batch, weighting: weighting).tensors
    for entry in ParameterLayout(architecture).parameters {
      for index in stride(from: 0, to: entry.count, by: 7) {
        let value = naive.tensors[entry.name]![index]
        func loss(at shifted: Double) -> Double {
          naive.tensors[entry.name]![index] = shifted
          return Self.crossEntropy(naive.logits(batch), targets, classes: classes).loss
        }
        let difference = (loss(at: value + 1e-5) - loss(at: value - 1e-5)) / 2e-5
        naive.tensors[entry.name]![index] = value
        #expect(abs(difference - gradients[entry.name]![index]) < 1e-4, "\(entry.name) \(index)")
      }
    }
  }

  @Test func runningStatisticsMoveTowardsTheBatchs() {
    let architecture = SmallNetworks.cases[0].architecture
    let network = SmallNetworks.random(architecture)
    let step = Step(architecture, count: 6, batchSize: 6)
    let naive = NaiveNetwork(network, usesBatchStatistics: true)
    let activations = naive.activations(SmallNetworks.images(6, for: architecture))
    let layout = ParameterLayout(architecture)
    for (index, layer) in architecture.layers.enumerated() {
      guard case .batchNorm = layer.kind else { continue }
      let (mean, variance) = naive.statistics(layer.name, activations[index])
      let count = Double(6 * activations[index].height * activations[index].width)
      let old = network.tensors
      let newMean = zip(old["\(layer.name).running_mean"]!.elements, mean).map { 0.9 * Double($0) + 0.1 * $1 }
      let newVariance = zip(old["\(layer.name).running_var"]!.elements, variance).map {
        0.9 * Double($0) + 0.1 * $1 * count / (count - 1)
      }
      let meanRange = layout.statistic("\(layer.name).running_mean")!.range
      let varianceRange = layout.statistic("\(layer.name).running_var")!.range
      #expect(relativeDifference(Array(step.statistics[meanRange]), newMean) < 1e-5)
      #expect(relativeDifference(Array(step.statistics[varianceRange]), newVariance) < 1e-5)
    }
  }

  @Test(arguments: SmallNetworks.graphs, [ConvolutionAlgorithm.direct, .winograd2, .winograd4])
  func theNumberOfThreadsChangesNoBit(_ network: SmallNetworks.GraphCase, _ algorithm: ConvolutionAlgorithm) throws {
    let arithmetic = Arithmetic(algorithm: algorithm)
    let steps = try [1, 2, 7].map {
      Step(try SmallNetworks.random(network.graph), count: 37, batchSize: 40, threads: $0, arithmetic: arithmetic)
    }
    #expect(steps[1] == steps[0])
    #expect(steps[2] == steps[0])
  }

  @Test func distributionsThatEqualSmoothedLabelsGiveTheSame() {
    let architecture = SmallNetworks.cases[0].architecture
    let targets = Self.smoothed(Step.labels(5, 43), classes: 43, by: 0.05).map(Float.init)
    let soft = Step(architecture, count: 5, batchSize: 5, targets: .distributions(targets))
    let hard = Step(architecture, count: 5, batchSize: 5)
    #expect(abs(soft.result.loss - hard.result.loss) < 1e-6)
    #expect(soft.result.correct == hard.result.correct)
    #expect(relativeDifference(soft.gradients, hard.gradients.map(Double.init)) < 1e-5)
  }

  @Test func workAlongsideIsDoneOnceAPiece() {
    let architecture = SmallNetworks.cases[0].architecture
    let engine = TrainingEngine(architecture: architecture, batchSize: 4, loop: ConcurrentLoop(threads: 3))
    let network = SmallNetworks.random(architecture)
    var statistics = engine.layout.statistics(of: network)
    var gradients = [Float](repeating: 0, count: engine.layout.parameterCount)
    let done = Mutex<[Int]>([])
    _ = engine.lossAndGradients(
      parameters: engine.layout.parameters(of: network), statistics: &statistics,
      images: SmallNetworks.images(4, for: architecture).elements, count: 4,
      targets: .labels([0, 1, 2, 3], smoothing: 0), dropout: (1, 1), gradients: &gradients,
      alongside: (pieces: 11, body: { piece in done.withLock { $0.append(piece) } }))
    #expect(done.withLock { $0.sorted() } == Array(0..<11))
  }
}
