import Networks

/// What PyTorch gives for a small graph: scores, and samples of two gradients by the pictures.
struct GraphFigures {
  /// Of two pictures.
  let logits: [Double]
  /// How far apart the sampled values of the gradients stand.
  let step: Int
  /// The largest value of each gradient.
  let largestOfScore: Double
  let largestOfLoss: Double
  /// The gradient of score 3.
  let ofScore: [Double]
  /// The gradient of the cross-entropy towards class 1.
  let ofLoss: [Double]
}

/// The graphs of `Tests/Peers/graph_figures.py`, which makes the figures.
enum FiguredGraphs {
  static func contract(_ height: Int, _ width: Int, order: InputContract.ChannelOrder = .rgb) -> InputContract {
    let channels = order == .gray ? 1 : 3
    return InputContract(
      height: height, width: width, channels: channels, order: order,
      mean: Array([0.34, 0.31, 0.32].prefix(channels)), deviation: Array([0.27, 0.26, 0.25].prefix(channels)))
  }

  private static func convolution(
    _ input: Int, _ output: Int, _ window: Window, groups: Int = 1, hasBias: Bool = true
  ) -> Graph.Operation {
    .convolution(ConvolutionShape(input: input, output: output, window: window, groups: groups), hasBias: hasBias)
  }

  /// A convolution without bias, its normalisation and, unless it is to be added first, a ReLU.
  private static func unit(
    _ graph: inout Graph, _ name: String, from x: Graph.Value, _ shape: ConvolutionShape, relu: Bool = true
  ) throws(ArchitectureFault) -> Graph.Value {
    var y = try graph.append(.convolution(shape, hasBias: false), x, named: name)
    y = try graph.append(.norm(features: shape.output, epsilon: 1e-5), y, named: name + "_norm")
    return relu ? try graph.append(.activation(.relu), y, named: name + "_relu") : y
  }

  private static func scores(_ graph: inout Graph, from x: Graph.Value) throws(ArchitectureFault) {
    let features = graph.plane(of: x).channels
    try graph.append(.linear(input: features, output: 5, hasBias: true), x, named: "scores")
  }

  static func residual() throws(ArchitectureFault) -> Graph {
    var graph = try Graph(contract(10, 9))
    let same = Window(3, padding: 1)
    var x = try unit(&graph, "stem", from: graph.inputValue, ConvolutionShape(input: 3, output: 8, window: same))
    let eight = ConvolutionShape(input: 8, output: 8, window: same)
    var y = try unit(&graph, "a", from: x, eight)
    y = try unit(&graph, "b", from: y, eight, relu: false)
    x = try graph.append(.add, x, y, named: "add1")
    x = try graph.append(.activation(.relu), x, named: "relu1")
    y = try unit(
      &graph, "c", from: x, ConvolutionShape(input: 8, output: 12, kernel: 3, stride: 2, padding: 1))
    y = try unit(&graph, "d", from: y, ConvolutionShape(input: 12, output: 12, window: same), relu: false)
    x = try unit(
      &graph, "around", from: x, ConvolutionShape(input: 8, output: 12, kernel: 1, stride: 2, padding: 0),
      relu: false)
    x = try graph.append(.add, x, y, named: "add2")
    x = try graph.append(.activation(.relu), x, named: "relu2")
    x = try graph.append(.globalAveragePool, x, named: "mean")
    try scores(&graph, from: x)
    return graph
  }

  static func joined() throws(ArchitectureFault) -> Graph {
    var graph = try Graph(contract(9, 8))
    var x = try graph.append(convolution(3, 6, Window(1)), graph.inputValue, named: "squeeze")
    x = try graph.append(.activation(.sigmoid), x, named: "sigmoid")
    let narrow = try graph.append(convolution(6, 7, Window(1)), x, named: "narrow")
    var wide = try graph.append(convolution(6, 9, Window(3, padding: 1)), x, named: "wide")
    wide = try graph.append(.activation(.tanh), wide, named: "tanh")
    x = try graph.append(.join, narrow, wide, x, named: "join")
    x = try graph.append(.maxPool(Window(3, stride: 2, padding: 1)), x, named: "pool")
    x = try graph.append(.flatten(.channelsFirst), x, named: "flatten")
    try scores(&graph, from: x)
    return graph
  }

  static func depthwise() throws(ArchitectureFault) -> Graph {
    var graph = try Graph(contract(11, 10, order: .bgr))
    let stem = Window(
      height: 3, width: 3, strideDown: 2, strideAcross: 2, padding: Padding(top: 0, left: 0, bottom: 1, right: 1))
    var x = try graph.append(convolution(3, 8, stem), graph.inputValue, named: "stem")
    x = try graph.append(.activation(.hardSwish), x, named: "swish")
    let window = Window(3, padding: 1)
    var y = try unit(
      &graph, "depthwise", from: x, ConvolutionShape(input: 8, output: 8, window: window, groups: 8), relu: false)
    y = try graph.append(.activation(.clippedReLU(most: 0.5)), y, named: "clipped")
    var factors = try graph.append(.globalAveragePool, y, named: "mean")
    factors = try graph.append(convolution(8, 4, Window(1)), factors, named: "reduce")
    factors = try graph.append(.activation(.relu), factors, named: "reduced")
    factors = try graph.append(convolution(4, 8, Window(1)), factors, named: "expand")
    factors = try graph.append(.activation(.hardSigmoid(slope: 1 / 6, offset: 0.5)), factors, named: "gate")
    y = try graph.append(.scale, y, factors, named: "scale")
    y = try graph.append(convolution(8, 8, Window(1)), y, named: "project")
    x = try graph.append(.add, y, x, named: "add")
    x = try graph.append(.flatten(.channelsLast), x, named: "flatten")
    try scores(&graph, from: x)
    return graph
  }

  static func groups() throws(ArchitectureFault) -> Graph {
    var graph = try Graph(contract(9, 12, order: .gray))
    let wide = Window(height: 3, width: 5, strideAcross: 2, padding: Padding(top: 1, left: 0, bottom: 2, right: 3))
    var x = try graph.append(convolution(1, 8, wide), graph.inputValue, named: "first")
    x = try graph.append(.activation(.leakyReLU(slope: 0.1)), x, named: "leaky")
    x = try unit(
      &graph, "groups", from: x, ConvolutionShape(input: 8, output: 12, window: Window(3, padding: 1), groups: 4),
      relu: false)
    x = try graph.append(.activation(.silu), x, named: "silu")
    x = try graph.append(.averagePool(Window(3, stride: 2, padding: 1), countsPadding: false), x, named: "pool")
    x = try graph.append(convolution(12, 9, Window(3, padding: 2)), x, named: "last")
    x = try graph.append(.activation(.gelu), x, named: "gelu")
    x = try graph.append(.flatten(.channelsFirst), x, named: "flatten")
    try scores(&graph, from: x)
    return graph
  }
}
