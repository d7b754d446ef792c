/// A network without its weights: values, each written once by one node, from the input to the scores.
///
/// A node reads values that exist when it is appended, so the nodes' order is one in which they can run. Everything that
/// computes with a network walks this list: the engines, training, the naive loops of the tests.
package struct Graph: Sendable, Equatable {
  /// One activation of the network: what a node writes, or the normalised input.
  package struct Value: Sendable, Hashable {
    package let index: Int
  }

  /// One operation, what it reads, and the value that it alone writes.
  package struct Node: Sendable, Equatable {
    package let name: String
    package let operation: Operation
    package let inputs: [Value]
    package let output: Value
  }

  package let input: InputContract
  package private(set) var nodes: [Node] = []
  /// The plane of each value by its index, without halo; vectors are `1 x 1`.
  private(set) var planes: [Plane]
  /// The value that holds the scores: the last node's unless it is set to an earlier one.
  package var output: Value

  /// A graph of no nodes, whose output is the input.
  /// - Throws: `ArchitectureFault` when the contract's sizes or numbers make no input.
  package init(_ input: InputContract) throws(ArchitectureFault) {
    try input.check()
    self.input = input
    planes = [Plane(height: input.height, width: input.width, channels: input.channels)]
    output = Value(index: 0)
  }

  /// The normalised input, which the first node reads.
  package var inputValue: Value { Value(index: 0) }

  /// The plane of a value.
  package func plane(of value: Value) -> Plane { planes[value.index] }

  /// Appends a node, whose value becomes the graph's output.
  /// - Throws: `ArchitectureFault` when the operation does not fit what it reads; the graph is then as before.
  @discardableResult
  package mutating func append(
    _ operation: Operation, _ inputs: Value..., named name: String
  ) throws(ArchitectureFault) -> Value {
    try append(operation, inputs, named: name)
  }

  /// Appends a node that reads a list of values.
  @discardableResult
  package mutating func append(
    _ operation: Operation, _ inputs: [Value], named name: String
  ) throws(ArchitectureFault) -> Value {
    precondition(inputs.allSatisfy { planes.indices.contains($0.index) }, "a node reads values of its own graph")
    let written = try plane(after: operation, inputs.map { planes[$0.index] }, name: name)
    try checkName(name, of: operation)
    planes.append(written)
    output = Value(index: planes.count - 1)
    nodes.append(Node(name: name, operation: operation, inputs: inputs, output: output))
    return output
  }
}
