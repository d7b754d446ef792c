import Groundwork
import Networks
import TestSupport
import Testing

/// Residual, joined, depthwise, grouped and sigmoid networks against figures that PyTorch computed in double precision.
@Suite struct GraphFiguresTests {
  struct Case: Sendable, CustomStringConvertible {
    let name: String
    let graph: @Sendable () throws -> Graph
    let figures: GraphFigures
    var description: String { name }
  }

  static let cases = [
    Case(name: "residual", graph: FiguredGraphs.residual, figures: .residual),
    Case(name: "joined", graph: FiguredGraphs.joined, figures: .joined),
    Case(name: "depthwise", graph: FiguredGraphs.depthwise, figures: .depthwise),
    Case(name: "groups", graph: FiguredGraphs.groups, figures: .groups),
  ]

  /// Value i of tensor t: from `low` to `high` in hundredths of the way, (7 i^2 + 37 i + 29 t) mod 101 of them.
  private static func values(_ count: Int, tensor: Int, _ low: Float, _ high: Float) -> [Float] {
    (0..<count).map { low + (high - low) * Float((7 * $0 * $0 + 37 * $0 + 29 * tensor) % 101) / 100 }
  }

  private static func network(_ graph: Graph) throws -> Network {
    var tensors: [String: Tensor] = [:]
    for node in graph.nodes {
      for tensor in node.operation.parameters {
        let isScale = tensor.name == "running_var" || (tensor.name == "weight" && tensor.shape.count == 1)
        let (low, high): (Float, Float) = isScale ? (0.5, 1.5) : (-0.3, 0.3)
        tensors["\(node.name).\(tensor.name)"] = Tensor(
          shape: tensor.shape, elements: values(tensor.shape.reduce(1, *), tensor: tensors.count, low, high))
      }
    }
    return try Network(graph: graph, classNames: ["a", "b", "c", "d", "e"], tensors: tensors)
  }

  @Test(arguments: cases, Arithmetic.available)
  func scoresAndGradientsAreThoseOfPyTorch(_ example: Case, _ arithmetic: Arithmetic) throws {
    let (graph, figures) = (try example.graph(), example.figures)
    let reader = NetworkReader(
      try Self.network(graph), loop: ConcurrentLoop(threads: 2), arithmetic: arithmetic)
    let shape = [2] + graph.input.pictureShape
    let batch = Tensor(shape: shape, elements: Self.values(shape.reduce(1, *), tensor: 99, 0, 1))
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
    #expect(relativeDifference(scores.elements, figures.logits) < 1e-5)
    for (product, sample, largest) in [
      (products[0], figures.ofScore, figures.largestOfScore), (products[1], figures.ofLoss, figures.largestOfLoss),
    ] {
      let places = stride(from: 0, to: product.elements.count, by: figures.step)
      let differences = zip(places, sample).map { abs(Double(product.elements[$0]) - $1) }
      #expect(differences.count == sample.count)
      #expect((differences.max() ?? 1) < 1e-5 * largest)
      #expect(abs((product.elements.map { Double(abs($0)) }.max() ?? 0) / largest - 1) < 1e-5)
    }
  }
}
