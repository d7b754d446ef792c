/// What does not fit in an architecture, in the words of a sentence's second half: "layer conv2 takes 64 channels ...".
package struct ArchitectureFault: Error, Sendable, Equatable, CustomStringConvertible {
  package let description: String
}

extension Architecture {
  /// Sizes beyond which a network is taken for a damaged or hostile file.
  private static let limits = (layers: 1_000, channels: 65_536, side: 1_024, kernel: 64, activations: 1 << 26)

  /// Checks that sizes are sane, names are usable, and each layer fits the one before it, down to one score a class.
  /// - Throws: the first thing that does not fit.
  package func check() throws(ArchitectureFault) {
    try checkInput()
    try checkNames()
    var shape = inputShape
    for layer in layers {
      shape = try outputShape(of: layer, input: shape)
      try require(
        shape.allSatisfy { $0 > 0 } && shape.reduce(1, *) <= Self.limits.activations,
        "layer \(layer.name) gives an output of \(Self.words(shape)), which no network here can have")
    }
    try require(
      shape == [classNames.count],
      "the last layer gives \(Self.words(shape)) where \(classNames.count) class names need \(classNames.count) scores")
  }

  private func checkInput() throws(ArchitectureFault) {
    try require(
      inputShape.count == 3 && inputShape[0] == 3 && inputShape[1...].allSatisfy { 1...Self.limits.side ~= $0 },
      "the input is \(Self.words(inputShape)) where 3 channels of 1 to \(Self.limits.side) pixels a side are read")
    try require(
      mean.count == 3 && standardDeviation.count == 3, "the input's mean and std need one number for each of 3 channels"
    )
    try require(
      mean.allSatisfy(\.isFinite) && standardDeviation.allSatisfy { $0.isFinite && $0 > 0 },
      "the input's mean must be finite and its std positive")
  }

  private func checkNames() throws(ArchitectureFault) {
    try require(
      1...Self.limits.layers ~= layers.count,
      "there are \(layers.count) layers where 1 to \(Self.limits.layers) are read")
    try require(!classNames.isEmpty, "there are no class names")
    var seen: Set<String> = []
    for (index, layer) in layers.enumerated() {
      try require(
        !layer.name.isEmpty && !layer.name.contains(".") && layer.name != "input",
        "layer \(index) is named \"\(layer.name)\", and a name needs letters, no dot, and not to be \"input\"")
      try require(seen.insert(layer.name).inserted, "two layers are named \(layer.name)")
    }
  }

  /// The shape of one image after a layer.
  private func outputShape(of layer: Layer, input: [Int]) throws(ArchitectureFault) -> [Int] {
    let name = layer.name
    switch layer.kind {
    case .convolution(let channels, let output, let kernel, let stride, let padding, _):
      try checkSize(kernel: kernel, stride: stride, of: name)
      try require(
        1...Self.limits.channels ~= channels && 1...Self.limits.channels ~= output,
        "layer \(name) has \(channels) input and \(output) output channels")
      try require(0...Self.limits.kernel ~= padding, "layer \(name) has a padding of \(padding)")
      try require(
        input.count == 3 && input[0] == channels,
        "layer \(name) takes \(channels) channels and is given \(Self.words(input))")
      return [output] + (try spatial(input, kernel: kernel, stride: stride, padding: padding, of: name))
    case .maxPool(let kernel, let stride), .averagePool(let kernel, let stride):
      try checkSize(kernel: kernel, stride: stride, of: name)
      try require(input.count == 3, "layer \(name) takes planes and is given \(Self.words(input))")
      return [input[0]] + (try spatial(input, kernel: kernel, stride: stride, padding: 0, of: name))
    case .batchNorm(let features, let epsilon):
      try require(
        input.count == 3 && input[0] == features,
        "layer \(name) takes \(features) channels and is given \(Self.words(input))")
      try require(epsilon.isFinite && epsilon >= 0, "layer \(name) has an eps of \(epsilon)")
      return input
    case .globalAveragePool:
      // PyTorch keeps the two axes of length 1 until a flatten.
      try require(input.count == 3, "layer \(name) takes planes and is given \(Self.words(input))")
      return [input[0], 1, 1]
    case .flatten:
      return [input.reduce(1, *)]
    case .dropout(let probability):
      try require(0 <= probability && probability < 1, "layer \(name) drops with probability \(probability)")
      return input
    case .relu:
      return input
    case .linear(let features, let output, _):
      try require(
        1...Self.limits.activations ~= features && 1...Self.limits.channels ~= output,
        "layer \(name) has \(features) inputs and \(output) outputs")
      try require(input == [features], "layer \(name) takes \(features) values and is given \(Self.words(input))")
      return [output]
    }
  }

  private func checkSize(kernel: Int, stride: Int, of name: String) throws(ArchitectureFault) {
    try require(
      1...Self.limits.kernel ~= kernel && 1...Self.limits.kernel ~= stride,
      "layer \(name) has a kernel of \(kernel) and a stride of \(stride)")
  }

  private func spatial(
    _ input: [Int], kernel: Int, stride: Int, padding: Int, of name: String
  ) throws(ArchitectureFault) -> [Int] {
    try require(
      input[1...].allSatisfy { $0 + 2 * padding >= kernel },
      "layer \(name) has a kernel of \(kernel), larger than its input of \(Self.words(input))")
    return input[1...].map { ($0 + 2 * padding - kernel) / stride + 1 }
  }

  private func require(_ condition: Bool, _ sentence: @autoclosure () -> String) throws(ArchitectureFault) {
    if !condition { throw ArchitectureFault(description: sentence()) }
  }

  private static func words(_ shape: [Int]) -> String { shape.map(String.init).joined(separator: " x ") }
}
