import Groundwork
import TestSupport
import Testing

@testable import Networks

/// What fits in a graph, what it is refused for, and what becomes of it.
struct GraphTests {
  static func contract(
    height: Int = 9, width: Int = 8, channels: Int = 3, order: InputContract.ChannelOrder = .rgb
  ) -> InputContract {
    InputContract(
      height: height, width: width, channels: channels, order: order, mean: [Float](repeating: 0, count: channels),
      deviation: [Float](repeating: 1, count: channels))
  }

  /// An operation on an input of 3 x 9 x 8, and the plane that it gives by hand.
  static let sizes: [(Graph.Operation, Plane)] = {
    let window = Window(
      height: 3, width: 2, strideDown: 2, strideAcross: 3, padding: Padding(top: 0, left: 1, bottom: 2, right: 0))
    // Down: (9 + 0 + 2 - 3) / 2 + 1 = 5; across: (8 + 1 + 0 - 2) / 3 + 1 = 3.
    return [
      (
        .convolution(ConvolutionShape(input: 3, output: 6, window: window, groups: 3), hasBias: true),
        Plane(height: 5, width: 3, channels: 6)
      ),
      (.averagePool(window, countsPadding: true), Plane(height: 5, width: 3, channels: 3)),
      (.maxPool(Window(2, stride: 2)), Plane(height: 4, width: 4, channels: 3)),
      (.globalAveragePool, Plane(height: 1, width: 1, channels: 3)),
      (.flatten(.channelsLast), Plane(height: 1, width: 1, channels: 216)),
      (.activation(.gelu), Plane(height: 9, width: 8, channels: 3)),
      (.join, Plane(height: 9, width: 8, channels: 3)),
    ]
  }()

  @Test func planesAreThoseOfTheFormulas() throws {
    for (operation, plane) in Self.sizes {
      var graph = try Graph(Self.contract())
      let value = try graph.append(operation, graph.inputValue, named: "it")
      #expect(graph.plane(of: value) == plane, "\(operation)")
      #expect(graph.output == value)
    }
  }

  /// A node that does not fit behind a convolution to 4 channels of 9 x 8, and words of the sentence that says so.
  struct Mistake: Sendable, CustomStringConvertible {
    let words: String
    let make: @Sendable (inout Graph, Graph.Value) throws(ArchitectureFault) -> Void
    var description: String { words }

    init(
      _ words: String, _ make: @escaping @Sendable (inout Graph, Graph.Value) throws(ArchitectureFault) -> Void
    ) {
      self.words = words
      self.make = make
    }

    init(_ words: String, _ operation: Graph.Operation) {
      self.init(words) { (graph: inout Graph, value: Graph.Value) throws(ArchitectureFault) in
        try graph.append(operation, value, named: "it")
      }
    }
  }

  private static func convolution(_ window: Window, groups: Int = 1) -> Graph.Operation {
    .convolution(ConvolutionShape(input: 4, output: 6, window: window, groups: groups), hasBias: true)
  }

  static let mistakes = [
    Mistake("layer it cuts 4 input and 6 output channels into 4 groups", convolution(Window(3), groups: 4)),
    Mistake("into 0 groups", convolution(Window(3), groups: 0)),
    Mistake("a kernel of 0 x 3", convolution(Window(height: 0, width: 3))),
    Mistake("a stride of 1 x 0", convolution(Window(height: 3, width: 3, strideAcross: 0))),
    Mistake(
      "a padding of -1",
      convolution(Window(height: 3, width: 3, padding: Padding(top: 0, left: 0, bottom: 0, right: -1)))),
    Mistake("larger than its input of 4 x 9 x 8", convolution(Window(height: 3, width: 9))),
    Mistake("takes 3 channels and is given 4 x 9 x 8", .norm(features: 3, epsilon: 1e-5)),
    Mistake("takes 288 values and is given 4 x 9 x 8", .linear(input: 288, output: 2, hasBias: true)),
    Mistake("a maximum of at most 256 pixels", .maxPool(Window(17, padding: 8))),
    Mistake("a padding as wide as its window", .maxPool(Window(2, padding: 2))),
    Mistake("no usable number", .activation(.leakyReLU(slope: .nan))),
    Mistake("no usable number", .activation(.clippedReLU(most: 0))),
    Mistake("reads 1 values where it needs 2", .add),
    Mistake("layer it adds 3 x 9 x 8 to 4 x 9 x 8") { (graph, value) throws(ArchitectureFault) in
      try graph.append(.add, value, graph.inputValue, named: "it")
    },
    Mistake("layer it joins 4 x 9 x 8 and 4 x 1 x 1") { (graph, value) throws(ArchitectureFault) in
      let mean = try graph.append(.globalAveragePool, value, named: "mean")
      try graph.append(.join, value, mean, named: "it")
    },
    Mistake("layer it scales 4 x 9 x 8 by 4 x 9 x 8") { (graph, value) throws(ArchitectureFault) in
      try graph.append(.scale, value, value, named: "it")
    },
    Mistake("two layers are named first") { (graph, value) throws(ArchitectureFault) in
      try graph.append(convolution(Window(3)), value, named: "first")
    },
    Mistake("there are over 1000 layers") { (graph, value) throws(ArchitectureFault) in
      for _ in 0..<1_000 { try graph.append(.activation(.relu), value, named: "it") }
    },
  ]

  @Test(arguments: mistakes)
  func saysWhatDoesNotFit(_ mistake: Mistake) throws {
    var graph = try Graph(Self.contract())
    let value = try graph.append(
      .convolution(ConvolutionShape(input: 3, output: 4, kernel: 3, stride: 1, padding: 1), hasBias: false),
      graph.inputValue, named: "first")
    let fault = try #require(throws: ArchitectureFault.self) { try mistake.make(&graph, value) }
    #expect(fault.description.contains(mistake.words), "\(fault)")
  }

  @Test func inputsThatAreNoneAreRefused() throws {
    for (contract, words) in [
      (Self.contract(height: 0), "3 x 0 x 8"), (Self.contract(width: 1 << 40), "pixels a side"),
      (Self.contract(channels: 1, order: .bgr), "1 channels where bgr pictures have 3"),
      (Self.contract(channels: 3, order: .gray), "3 channels where gray pictures have 1"),
      (InputContract(height: 2, width: 2, mean: [0], deviation: [1, 1, 1]), "one number for each of 3 channels"),
      (InputContract(height: 2, width: 2, mean: [0, 0, 0], deviation: [1, 0, 1]), "std positive"),
    ] {
      let fault = try #require(throws: ArchitectureFault.self) { try Graph(contract) }
      #expect(fault.description.contains(words), "\(fault)")
    }
  }

  /// A graph of one linear layer on a grey picture.
  private func linear() throws -> Graph {
    var graph = try Graph(Self.contract(height: 2, width: 1, channels: 1, order: .gray))
    let vector = try graph.append(.flatten(.channelsFirst), graph.inputValue, named: "flatten")
    try graph.append(.linear(input: 2, output: 2, hasBias: false), vector, named: "dense")
    return graph
  }

  @Test func aNetworkHasTheTensorsOfItsGraph() throws {
    let graph = try linear()
    let right = Tensor(shape: [2, 2], elements: [1, 0, 0, 1])
    for (classes, tensors, words) in [
      (["a"], ["dense.weight": right], "2 x 1 x 1 where 1 class names"),
      (["a", "b"], [:], "there is no tensor dense.weight"),
      (["a", "b"], ["dense.weight": Tensor(shape: [4])], "shape [4] where its layer needs [2, 2]"),
      (["a", "b"], ["dense.weight": Tensor(shape: [2, 2], elements: [0, 0, .nan, 0])], "not a number"),
    ] as [([String], [String: Tensor], String)] {
      let fault = try #require(throws: ArchitectureFault.self) {
        try Network(graph: graph, classNames: classes, tensors: tensors)
      }
      #expect(fault.description.contains(words), "\(fault)")
    }
    let network = try Network(graph: graph, classNames: ["a", "b"], tensors: ["dense.weight": right])
    #expect(network.inputShape == [3, 2, 1])
    let error = try #require(throws: ModelFileError.self) {
      try ModelFile.encode(network, card: ModelCard(), path: "it")
    }
    #expect(error.problem == .noChain)
  }

  @Test func greyIsLuma() throws {
    let network = try Network(
      graph: try linear(), classNames: ["a", "b"],
      tensors: ["dense.weight": Tensor(shape: [2, 2], elements: [1, 0, 0, 1])])
    let reader = NetworkReader(network, loop: ConcurrentLoop(threads: 1))
    // The first pixel is green, the second white.
    let batch = Tensor(shape: [1, 3, 2, 1], elements: [0, 1, 1, 1, 0, 1])
    let weighting = Tensor(shape: [1, 2], elements: [1, -1])
    let (scores, products) = try reader.vectorJacobianProducts(on: batch) { _ in [weighting] }
    #expect(relativeDifference(scores.elements, [0.587, 1]) < 1e-6)
    #expect(
      relativeDifference(products[0].elements, [0.299, -0.299, 0.587, -0.587, 0.114, -0.114]) < 1e-6)
  }
}
