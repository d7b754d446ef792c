/// What does not fit in a network's layers, in the words of a sentence's second half: "layer conv2 takes 64 channels ...".
package struct ArchitectureFault: Error, Sendable, Equatable, CustomStringConvertible {
  package let description: String
}

extension Graph {
  /// Sizes beyond which a network is taken for a damaged or hostile file.
  static let limits = (layers: 1_000, channels: 65_536, side: 1_024, kernel: 64, activations: 1 << 26)
  /// The most pixels under a max pool's window: a maximum's place is noted in a byte.
  static let largestMaxPool = 256

  /// Tensors are found by their node's name, so two nodes that have some differ in name.
  func checkName(_ name: String, of operation: Operation) throws(ArchitectureFault) {
    try Graph.require(nodes.count < Graph.limits.layers, "there are over \(Graph.limits.layers) layers")
    try Graph.require(
      operation.parameters.isEmpty || !nodes.contains { $0.name == name && !$0.operation.parameters.isEmpty },
      "two layers are named \(name)")
  }

  /// The plane of what a node writes.
  func plane(
    after operation: Operation, _ inputs: [Plane], name: String
  ) throws(ArchitectureFault) -> Plane {
    let arity = operation.arity
    try Graph.require(
      inputs.count == arity || (operation == .join && inputs.count > arity),
      "layer \(name) reads \(inputs.count) values where it needs \(arity)")
    let input = inputs[0]
    let given = "and is given \(Graph.words(input))"
    var output = input
    switch operation {
    case .convolution(let shape, _):
      try Graph.check(shape, name: name)
      try Graph.require(
        input.channels == shape.input, "layer \(name) takes \(shape.input) channels \(given)")
      output = try Graph.plane(after: shape.window, input, name: name)
      output.channels = shape.output
    case .linear(let features, let count, _):
      try Graph.require(
        1...Graph.limits.activations ~= features && 1...Graph.limits.channels ~= count,
        "layer \(name) has \(features) inputs and \(count) outputs")
      try Graph.require(
        input == Plane(height: 1, width: 1, channels: features), "layer \(name) takes \(features) values \(given)")
      output.channels = count
    case .norm(let features, let epsilon):
      try Graph.require(input.channels == features, "layer \(name) takes \(features) channels \(given)")
      try Graph.require(epsilon.isFinite && epsilon >= 0, "layer \(name) has an eps of \(epsilon)")
    case .activation(let activation):
      try Graph.require(
        activation.hasFiniteNumbers, "layer \(name) has a slope, offset or limit that is no usable number")
    case .maxPool(let window):
      output = try Graph.plane(after: window, input, name: name)
      try Graph.require(
        window.area <= Graph.largestMaxPool,
        "layer \(name) has a window of \(Graph.words(window)), where a maximum of at most "
          + "\(Graph.largestMaxPool) pixels is taken")
      try Graph.checkPooling(window, name: name)
    case .averagePool(let window, _):
      output = try Graph.plane(after: window, input, name: name)
      try Graph.checkPooling(window, name: name)
    case .globalAveragePool:
      (output.height, output.width) = (1, 1)
    case .add:
      try Graph.require(
        inputs[1] == input, "layer \(name) adds \(Graph.words(inputs[1])) to \(Graph.words(input))")
    case .join:
      try Graph.require(
        inputs.allSatisfy { $0.height == input.height && $0.width == input.width },
        "layer \(name) joins \(inputs.map(Graph.words).joined(separator: " and "))")
      output.channels = inputs.reduce(0) { $0 + $1.channels }
    case .scale:
      try Graph.require(
        inputs[1] == Plane(height: 1, width: 1, channels: input.channels),
        "layer \(name) scales \(Graph.words(input)) by \(Graph.words(inputs[1]))")
    case .flatten:
      output = Plane(height: 1, width: 1, channels: input.values)
    case .dropout(let probability):
      try Graph.require(0 <= probability && probability < 1, "layer \(name) drops with probability \(probability)")
    }
    try Graph.require(
      output.height > 0 && output.width > 0 && output.values <= Graph.limits.activations,
      "layer \(name) gives an output of \(Graph.words(output)), which no network here can have")
    return output
  }

  private static func check(_ shape: ConvolutionShape, name: String) throws(ArchitectureFault) {
    try require(
      1...limits.channels ~= shape.input && 1...limits.channels ~= shape.output,
      "layer \(name) has \(shape.input) input and \(shape.output) output channels")
    try require(
      shape.groups >= 1 && shape.input % shape.groups == 0 && shape.output % shape.groups == 0,
      "layer \(name) cuts \(shape.input) input and \(shape.output) output channels into \(shape.groups) groups")
  }

  /// Where a window's places are all padding, there is nothing to pool.
  private static func checkPooling(_ window: Window, name: String) throws(ArchitectureFault) {
    let padding = window.padding
    try require(
      max(padding.top, padding.bottom) < window.height && max(padding.left, padding.right) < window.width,
      "layer \(name) has a padding as wide as its window of \(words(window))")
  }

  /// The places of a window on a plane.
  private static func plane(
    after window: Window, _ input: Plane, name: String
  ) throws(ArchitectureFault) -> Plane {
    let sizes = [window.height, window.width, window.strideDown, window.strideAcross]
    let padding = window.padding
    let stride =
      window.strideDown == window.strideAcross
      ? "\(window.strideDown)" : "\(window.strideDown) x \(window.strideAcross)"
    try require(
      sizes.allSatisfy { 1...limits.kernel ~= $0 },
      "layer \(name) has a kernel of \(words(window)) and a stride of \(stride)")
    for side in [padding.top, padding.left, padding.bottom, padding.right] {
      try require(0...limits.kernel ~= side, "layer \(name) has a padding of \(side)")
    }
    try require(
      input.height + padding.top + padding.bottom >= window.height
        && input.width + padding.left + padding.right >= window.width,
      "layer \(name) has a kernel of \(words(window)), larger than its input of \(words(input))")
    let places = window.places(on: input)
    return Plane(height: places.down, width: places.across, channels: input.channels)
  }

  static func require(_ condition: Bool, _ sentence: @autoclosure () -> String) throws(ArchitectureFault) {
    if !condition { throw ArchitectureFault(description: sentence()) }
  }

  private static func words(_ plane: Plane) -> String { "\(plane.channels) x \(plane.height) x \(plane.width)" }

  private static func words(_ window: Window) -> String {
    window.height == window.width ? "\(window.height)" : "\(window.height) x \(window.width)"
  }
}

extension Graph.Operation {
  /// How many values it reads; a join may read more.
  fileprivate var arity: Int {
    switch self {
    case .add, .scale: 2
    default: 1
    }
  }
}

extension Activation {
  fileprivate var hasFiniteNumbers: Bool {
    switch self {
    case .clippedReLU(let most): most.isFinite && most > 0
    case .leakyReLU(let slope): slope.isFinite
    case .hardSigmoid(let slope, let offset): slope.isFinite && offset.isFinite
    case .relu, .sigmoid, .tanh, .hardSwish, .silu, .gelu: true
    }
  }
}
