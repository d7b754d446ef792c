import Groundwork
import Networks
import TestSupport
import Testing

/// The reader against figures that PyTorch computed in double precision for the same network: weights, statistics and
/// pictures are whole-number formulas, so that another program makes the same ones without a file.
@Suite struct PyTorchFiguresTests {
  /// Value i of tensor t: from `low` to `high` in hundredths of the way, (7 i^2 + 37 i + 29 t) mod 101 of them.
  private static func values(_ count: Int, tensor: Int, _ low: Float, _ high: Float) -> [Float] {
    (0..<count).map { low + (high - low) * Float((7 * $0 * $0 + 37 * $0 + 29 * tensor) % 101) / 100 }
  }

  private static let architecture = Architecture(
    inputShape: [3, 8, 8], mean: [0.34, 0.31, 0.32], standardDeviation: [0.27, 0.26, 0.25],
    layers: [
      convolution("conv1", 3, 6, hasBias: false), norm("bn1", 6), Layer(name: "relu1", kind: .relu),
      convolution("conv2", 6, 8, hasBias: true), norm("bn2", 8), Layer(name: "relu2", kind: .relu),
      Layer(name: "pool1", kind: .maxPool(kernel: 2, stride: 2)),
      convolution("conv3", 8, 9, hasBias: false), norm("bn3", 9), Layer(name: "relu3", kind: .relu),
      Layer(name: "pool2", kind: .averagePool(kernel: 2, stride: 2)), Layer(name: "flatten", kind: .flatten),
      Layer(name: "dense1", kind: .linear(input: 36, output: 10, hasBias: true)),
      Layer(name: "relu4", kind: .relu), Layer(name: "dropout", kind: .dropout(probability: 0.3)),
      Layer(name: "dense2", kind: .linear(input: 10, output: 5, hasBias: true)),
    ],
    classNames: ["a", "b", "c", "d", "e"])

  private static func convolution(_ name: String, _ input: Int, _ output: Int, hasBias: Bool) -> Layer {
    Layer(
      name: name,
      kind: .convolution(input: input, output: output, kernel: 3, stride: 1, padding: 1, hasBias: hasBias))
  }

  private static func norm(_ name: String, _ features: Int) -> Layer {
    Layer(name: name, kind: .batchNorm(features: features, epsilon: 1e-5))
  }

  /// The tensors in the order in which the formula numbers them.
  private static let shapes: [(name: String, shape: [Int])] = [
    ("conv1.weight", [6, 3, 3, 3]), ("bn1.weight", [6]), ("bn1.bias", [6]), ("bn1.running_mean", [6]),
    ("bn1.running_var", [6]), ("conv2.weight", [8, 6, 3, 3]), ("conv2.bias", [8]), ("bn2.weight", [8]),
    ("bn2.bias", [8]), ("bn2.running_mean", [8]), ("bn2.running_var", [8]), ("conv3.weight", [9, 8, 3, 3]),
    ("bn3.weight", [9]), ("bn3.bias", [9]), ("bn3.running_mean", [9]), ("bn3.running_var", [9]),
    ("dense1.weight", [10, 36]), ("dense1.bias", [10]), ("dense2.weight", [5, 10]), ("dense2.bias", [5]),
  ]

  private static var network: Network {
    var tensors: [String: Tensor] = [:]
    for (number, (name, shape)) in shapes.enumerated() {
      let isScale = name.hasSuffix("running_var") || (name.hasPrefix("bn") && name.hasSuffix("weight"))
      let (low, high): (Float, Float) = isScale ? (0.5, 1.5) : (-0.3, 0.3)
      tensors[name] = Tensor(
        shape: shape, elements: values(shape.reduce(1, *), tensor: number, low, high))
    }
    return Network(architecture: architecture, tensors: tensors)
  }

  private static let logits = [
    -0.0319898, 0.4114729, 0.1947514, 0.0419077, -0.2427178,
    -0.0604026, 0.4096862, 0.2237784, 0.0613331, -0.2245679,
  ]

  /// Every 13th value of the gradient of score 3 by the pictures; its largest value is `largestOfLogit`.
  private static let gradientOfLogit = [
    0.02087715, -0.05750204, 0.03260802, -0.03346524, -0.03207549, 0.01979141, 0.01771982, -0.00119233, -0.01624403,
    0.01249483, -0.00130166, 0.04086781, -0.02864485, -0.03540643, 0.001836811, 0.00133557, -0.001494814, -0.0286525,
    0.03037459, 0.01073333, -0.007589968, 0.004711236, -0.07292601, 0.005026316, -0.01605411, 0.01373224, 0.009269431,
    -0.007292529, 0.02239362, 0.01167301,
  ]
  private static let largestOfLogit = 0.1319781

  /// Every 13th value of the gradient of the cross-entropy towards class 1.
  private static let gradientOfLoss = [
    0.009831191, 0.02154232, 0.003139576, -0.00259316, -0.005303762, 0.01192249, 0.02156725, -0.009750725, 0.002991993,
    -0.01104773, 0.0002121034, 0.005165143, -0.02286414, 0.0107994, -0.02469557, -0.003824875, 0.009429161,
    -0.008478874, -0.000448204, -0.003206752, -0.005365931, -0.008441962, -0.01790402, -0.009271777, -0.004593797,
    0.01610979, -0.0007583965, -0.01046157, -0.003076755, 0.004302667,
  ]
  private static let largestOfLoss = 0.04783425

  @Test(arguments: Arithmetic.available)
  func scoresAndGradientsAreThoseOfPyTorch(_ arithmetic: Arithmetic) throws {
    let reader = NetworkReader(Self.network, loop: ConcurrentLoop(threads: 2), arithmetic: arithmetic)
    let batch = Tensor(shape: [2, 3, 8, 8], elements: Self.values(2 * 192, tensor: 99, 0, 1))
    let (scores, products) = try reader.vectorJacobianProducts(on: batch) { scores in
      var (score, loss) = (Tensor(shape: scores.shape), Tensor(shape: scores.shape))
      for image in 0..<2 {
        score.elements[5 * image + 3] = 1
        for (index, probability) in Softmax.probabilities(of: scores[item: image]).enumerated() {
          loss.elements[5 * image + index] = Float(probability) - (index == 1 ? 1 : 0)
        }
      }
      return [score, loss]
    }
    #expect(relativeDifference(scores.elements, Self.logits) < 1e-5)
    let places = stride(from: 0, to: 384, by: 13)
    let ofLogit = zip(places.map { Double(products[0].elements[$0]) }, Self.gradientOfLogit)
    let ofLoss = zip(places.map { Double(products[1].elements[$0]) }, Self.gradientOfLoss)
    #expect((ofLogit.map { abs($0 - $1) }.max() ?? 1) < 1e-5 * Self.largestOfLogit)
    #expect((ofLoss.map { abs($0 - $1) }.max() ?? 1) < 1e-5 * Self.largestOfLoss)
    #expect(abs((products[0].elements.map { Double(abs($0)) }.max() ?? 0) / Self.largestOfLogit - 1) < 1e-5)
    #expect(abs((products[1].elements.map { Double(abs($0)) }.max() ?? 0) / Self.largestOfLoss - 1) < 1e-5)
  }
}
