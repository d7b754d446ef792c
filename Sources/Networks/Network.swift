/// A network: a graph, its tensors, and what its scores stand for.
///
/// Tensors stand under their node's name, in PyTorch's layouts (`conv1.weight` is `(out, in / groups, kh, kw)`,
/// `dense1.weight` is `(out, in)`), whatever file they came from. A plain value: engines prepare it for running, fold,
/// pack, and hold the buffers.
package struct Network: Sendable, Equatable {
  package let graph: Graph
  /// One name a class, index = class number.
  package let classNames: [String]
  /// The chain of layers that the graph was made from; nil where the graph came from elsewhere.
  package let architecture: Architecture?
  package var tensors: [String: Tensor]

  /// A network of layers in a chain.
  /// - Precondition: the layers fit each other (a model file was checked when it was read).
  package init(architecture: Architecture, tensors: [String: Tensor]) {
    self.init(
      graph: architecture.fittingGraph, classNames: architecture.classNames, architecture: architecture,
      tensors: tensors)
  }

  init(graph: Graph, classNames: [String], architecture: Architecture?, tensors: [String: Tensor]) {
    self.graph = graph
    self.classNames = classNames
    self.architecture = architecture
    self.tensors = tensors
  }

  /// The shape of one input as readers take it, `[channels, height, width]`.
  package var inputShape: [Int] { graph.input.pictureShape }
}
