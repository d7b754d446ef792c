import Networks

extension SmallNetworks {
  /// Graphs that are no chains: skips, joins, groups, factors and every activation, at awkward sizes.
  static let branching: [GraphCase] = [
    graph("residual", height: 18, width: 15, residual),
    graph("joined and sigmoid", height: 12, width: 13, joined),
    graph("depthwise and scaled", height: 13, width: 11, order: .bgr, depthwise),
    graph("groups and paddings", height: 15, width: 14, order: .gray, groups),
    graph("values read twice", height: 6, width: 7, readTwice),
    graph("vectors in and out", height: 4, width: 3, vectors),
  ]

  private static func graph(
    _ name: String, height: Int, width: Int, order: InputContract.ChannelOrder = .rgb,
    _ build: (inout Graph) throws(ArchitectureFault) -> Void
  ) -> GraphCase {
    let channels = order == .gray ? 1 : 3
    do throws(ArchitectureFault) {
      var graph = try Graph(
        InputContract(
          height: height, width: width, channels: channels, order: order,
          mean: Array([0.34, 0.31, 0.32].prefix(channels)), deviation: Array([0.27, 0.26, 0.25].prefix(channels))))
      try build(&graph)
      return GraphCase(name: name, graph: graph)
    } catch {
      preconditionFailure("\(name): \(error)")
    }
  }

  private static func convolution(
    _ input: Int, _ output: Int, _ window: Window = Window(3, padding: 1), groups: Int = 1, hasBias: Bool = true
  ) -> Graph.Operation {
    .convolution(ConvolutionShape(input: input, output: output, window: window, groups: groups), hasBias: hasBias)
  }

  private static func norm(_ features: Int) -> Graph.Operation { .norm(features: features, epsilon: 1e-5) }

  /// Two blocks that add to what they read, the second with a stride and a convolution on the way around.
  private static func residual(_ graph: inout Graph) throws(ArchitectureFault) {
    var x = try graph.append(convolution(3, 20, hasBias: false), graph.inputValue, named: "stem")
    x = try graph.append(norm(20), x, named: "stem_norm")
    x = try graph.append(.activation(.relu), x, named: "stem_relu")
    for (block, (stride, width)) in [(1, 20), (2, 35)].enumerated() {
      let window = Window(3, stride: stride, padding: 1)
      var y = try graph.append(convolution(20, width, window, hasBias: false), x, named: "conv\(block)a")
      y = try graph.append(norm(width), y, named: "norm\(block)a")
      y = try graph.append(.activation(.relu), y, named: "relu\(block)a")
      y = try graph.append(convolution(width, width, hasBias: false), y, named: "conv\(block)b")
      y = try graph.append(norm(width), y, named: "norm\(block)b")
      if stride > 1 {
        x = try graph.append(convolution(20, width, Window(1, stride: 2)), x, named: "around\(block)")
        x = try graph.append(norm(width), x, named: "around_norm\(block)")
      }
      x = try graph.append(.add, x, y, named: "add\(block)")
      x = try graph.append(.activation(.relu), x, named: "relu\(block)b")
    }
    x = try graph.append(.globalAveragePool, x, named: "pool")
    try graph.append(.linear(input: 35, output: 11, hasBias: true), x, named: "scores")
  }

  /// A squeeze, two expansions of it side by side, and the squeeze itself once more.
  private static func joined(_ graph: inout Graph) throws(ArchitectureFault) {
    var x = try graph.append(convolution(3, 7, Window(1)), graph.inputValue, named: "squeeze")
    x = try graph.append(.activation(.sigmoid), x, named: "sigmoid")
    let narrow = try graph.append(convolution(7, 18, Window(1)), x, named: "narrow")
    let wide = try graph.append(convolution(7, 33), x, named: "wide")
    let tanh = try graph.append(.activation(.tanh), wide, named: "tanh")
    x = try graph.append(.join, narrow, tanh, x, named: "join")
    x = try graph.append(.maxPool(Window(3, stride: 2, padding: 1)), x, named: "pool")
    x = try graph.append(.flatten(.channelsLast), x, named: "flatten")
    try graph.append(.linear(input: 58 * 6 * 7, output: 9, hasBias: false), x, named: "scores")
  }

  /// A stem that pads below and right alone, a depthwise block with factors, and a skip around it.
  private static func depthwise(_ graph: inout Graph) throws(ArchitectureFault) {
    let stem = Window(
      height: 3, width: 3, strideDown: 2, strideAcross: 2, padding: Padding(top: 0, left: 0, bottom: 1, right: 1))
    var x = try graph.append(convolution(3, 19, stem), graph.inputValue, named: "stem")
    x = try graph.append(.activation(.hardSwish), x, named: "swish")
    var y = try graph.append(convolution(19, 19, groups: 19, hasBias: false), x, named: "depthwise")
    y = try graph.append(norm(19), y, named: "depthwise_norm")
    y = try graph.append(.activation(.clippedReLU(most: 0.5)), y, named: "clipped")
    var factors = try graph.append(.globalAveragePool, y, named: "mean")
    factors = try graph.append(convolution(19, 5, Window(1)), factors, named: "reduce")
    factors = try graph.append(.activation(.relu), factors, named: "reduced")
    factors = try graph.append(convolution(5, 19, Window(1)), factors, named: "expand")
    factors = try graph.append(
      .activation(.hardSigmoid(slope: 1 / 6, offset: 0.5)), factors, named: "hard_sigmoid")
    y = try graph.append(.scale, y, factors, named: "scale")
    y = try graph.append(convolution(19, 19, Window(1)), y, named: "project")
    x = try graph.append(.add, y, x, named: "add")
    let far = Window(height: 5, width: 3, strideDown: 2, padding: Padding(top: 2, left: 1, bottom: 1, right: 0))
    x = try graph.append(convolution(19, 19, far, groups: 19), x, named: "far")
    x = try graph.append(.flatten(.channelsFirst), x, named: "flatten")
    try graph.append(
      .linear(input: graph.plane(of: x).channels, output: 6, hasBias: true), x, named: "scores")
  }

  /// Groups, windows that are no squares, paddings that differ, and the other activations.
  private static func groups(_ graph: inout Graph) throws(ArchitectureFault) {
    let wide = Window(height: 3, width: 5, strideAcross: 2, padding: Padding(top: 1, left: 0, bottom: 2, right: 3))
    var x = try graph.append(convolution(1, 12, wide), graph.inputValue, named: "first")
    x = try graph.append(.activation(.leakyReLU(slope: 0.1)), x, named: "leaky")
    x = try graph.append(
      convolution(12, 20, Window(3, padding: 1), groups: 4, hasBias: false), x, named: "groups")
    x = try graph.append(norm(20), x, named: "norm")
    x = try graph.append(.activation(.relu), x, named: "relu")
    let pool = Window(height: 3, width: 2, strideDown: 2, padding: Padding(top: 1, left: 1, bottom: 0, right: 0))
    x = try graph.append(.averagePool(pool, countsPadding: false), x, named: "mean")
    x = try graph.append(.activation(.silu), x, named: "silu")
    x = try graph.append(convolution(20, 6, Window(3, stride: 2, padding: 2), groups: 2), x, named: "fewer")
    x = try graph.append(.activation(.gelu), x, named: "gelu")
    x = try graph.append(.averagePool(Window(3, stride: 1, padding: 1), countsPadding: true), x, named: "smooth")
    let lopsided = Window(height: 3, width: 3, padding: Padding(top: 2, left: 1, bottom: 0, right: 2))
    x = try graph.append(convolution(6, 17, lopsided), x, named: "lopsided")
    x = try graph.append(.flatten(.channelsFirst), x, named: "flatten")
    try graph.append(
      .linear(input: graph.plane(of: x).channels, output: 5, hasBias: true), x, named: "scores")
  }

  /// The input and other values with several readers, one reader twice, and a node that nobody needs.
  private static func readTwice(_ graph: inout Graph) throws(ArchitectureFault) {
    let a = try graph.append(convolution(3, 3), graph.inputValue, named: "a")
    var x = try graph.append(.add, a, graph.inputValue, named: "skip")
    x = try graph.append(.activation(.relu), x, named: "relu")
    let doubled = try graph.append(.add, x, x, named: "double")
    x = try graph.append(.join, doubled, graph.inputValue, x, named: "join")
    let vector = try graph.append(.globalAveragePool, x, named: "mean")
    let squared = try graph.append(.scale, vector, vector, named: "square")
    try graph.append(convolution(9, 4), x, named: "unneeded")
    x = try graph.append(.scale, x, squared, named: "scale")
    x = try graph.append(.dropout(probability: 0), x, named: "dropout")
    x = try graph.append(.activation(.relu), x, named: "relu2")
    let b = try graph.append(convolution(9, 5), x, named: "b")
    x = try graph.append(convolution(9, 5, Window(1)), x, named: "c")
    x = try graph.append(.add, b, x, named: "sum")
    x = try graph.append(.maxPool(Window(2, stride: 2)), x, named: "pool")
    x = try graph.append(.flatten(.channelsFirst), x, named: "flatten")
    try graph.append(
      .linear(input: graph.plane(of: x).channels, output: 4, hasBias: true), x, named: "scores")
  }

  /// Linear layers around a skip.
  private static func vectors(_ graph: inout Graph) throws(ArchitectureFault) {
    var x = try graph.append(.flatten(.channelsLast), graph.inputValue, named: "flatten")
    x = try graph.append(.linear(input: 36, output: 21, hasBias: true), x, named: "first")
    x = try graph.append(norm(21), x, named: "norm")
    let y = try graph.append(.linear(input: 21, output: 21, hasBias: true), x, named: "second")
    x = try graph.append(.add, y, x, named: "add")
    x = try graph.append(.activation(.relu), x, named: "relu")
    x = try graph.append(.linear(input: 21, output: 5, hasBias: true), x, named: "scores")
    try graph.append(.flatten(.channelsFirst), x, named: "end")
  }
}
