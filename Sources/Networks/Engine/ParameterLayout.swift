/// Where each trainable tensor of a graph stands in one flat array of parameters, and each running statistic
/// in another: the form in which training sees a network.
///
/// Tensors follow the order of the nodes, `weight` before `bias`, in PyTorch's names and layouts. Gradients and an
/// optimiser's state use the same offsets as the parameters.
package struct ParameterLayout: Sendable, Equatable {
  /// One tensor's place in its array.
  package struct Entry: Sendable, Equatable {
    /// The tensor's name in the model file, `conv1.weight`.
    package let name: String
    /// The tensor's shape in PyTorch's layout.
    package let shape: [Int]
    /// Index of its first value in the array.
    package let offset: Int
    /// How many values it has.
    package var count: Int { shape.reduce(1, *) }
    /// Its indices in the array.
    package var range: Range<Int> { offset..<offset + count }
  }

  /// The trainable tensors: weights and biases of convolutions and linear layers, scale (`weight`) and shift (`bias`) of
  /// batch normalisation.
  package let parameters: [Entry]
  /// The running statistics of batch normalisation: `running_mean` and `running_var` of each such layer.
  package let statistics: [Entry]
  /// How many trainable values there are.
  package let parameterCount: Int
  /// How many running statistics there are.
  package let statisticCount: Int

  package init(_ graph: Graph) {
    var parameters = EntryList()
    var statistics = EntryList()
    for node in graph.nodes {
      for tensor in node.operation.parameters {
        let name = "\(node.name).\(tensor.name)"
        if tensor.isTrained { parameters.append(name, tensor.shape) } else { statistics.append(name, tensor.shape) }
      }
    }
    self.parameters = parameters.entries
    self.statistics = statistics.entries
    parameterCount = parameters.count
    statisticCount = statistics.count
  }

  /// The layout of a chain.
  /// - Precondition: its layers fit each other.
  package init(_ architecture: Architecture) { self.init(architecture.fittingGraph) }

  /// The place of a trainable tensor, `nil` when the graph has none of that name.
  package func parameter(_ name: String) -> Entry? { parameters.first { $0.name == name } }

  /// The place of a running statistic, `nil` when the graph has none of that name.
  package func statistic(_ name: String) -> Entry? { statistics.first { $0.name == name } }
}

private struct EntryList {
  var entries: [ParameterLayout.Entry] = []
  var count = 0

  mutating func append(_ name: String, _ shape: [Int]) {
    entries.append(ParameterLayout.Entry(name: name, shape: shape, offset: count))
    count += shape.reduce(1, *)
  }
}
