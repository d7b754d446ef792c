import Groundwork

/// Turns a graph into the operations of a training step.
final class TrainingProgramBuilder {
  let batch = TrainingBatch()
  let cut: TrainingCut
  let loss: CrossEntropyTraining
  private(set) var operations: [TrainingProgram.Operation] = []
  /// Work before the first operation: packing the step's weights.
  var preparations: [() -> Void] = []
  /// Work after the last: adding up the chunks' gradients.
  var collections: [() -> Void] = []

  private let graph: Graph
  let layout: ParameterLayout
  let kernels: Kernels
  let algorithm: ConvolutionAlgorithm
  let workers: Int
  let batchSize: Int
  private let onlyReaders: [Graph.Value: Int]
  /// What is written so far.
  private var values: [Graph.Value: WrittenValue] = [:]
  /// How many stages have ended.
  private var stage = 0

  /// A value that an operation of the step writes.
  private struct WrittenValue {
    let activation: TrainingActivation
    /// The stage that writes it.
    let stage: Int
    /// Whether a trained tensor has a part in it.
    let learns: Bool
    /// What the readers to come read, from the last to the first.
    var branches: [TrainingActivation]
  }

  init(
    _ graph: Graph, layout: ParameterLayout, batchSize: Int, workers: Int, kernels: Kernels,
    algorithm: ConvolutionAlgorithm
  ) {
    self.graph = graph
    self.layout = layout
    self.kernels = kernels
    self.algorithm = algorithm
    self.workers = workers
    self.batchSize = batchSize
    onlyReaders = graph.onlyReaders
    cut = TrainingCut(batchSize: batchSize)
    let scores = TrainingActivation(graph.plane(of: graph.output), chunk: cut.size)
    loss = CrossEntropyTraining(scores, batchSize: batchSize, batch: batch)
    let input = TrainingActivation(graph.plane(of: graph.inputValue), chunk: cut.size)
    append(InputTraining(normalization: InputNormalization(graph.input), output: input, batch: batch))
    let needed = graph.neededNodes
    let readers = Dictionary(grouping: needed.flatMap { graph.nodes[$0].inputs }, by: { $0 }).mapValues(\.count)
    wrote(graph.inputValue, input, learns: false, readers: readers[graph.inputValue] ?? 0)
    var fused: Set<Int> = []
    for index in needed where !fused.contains(index) {
      let node = graph.nodes[index]
      let relu = fusedReLU(behind: node)
      if let relu { fused.insert(relu) }
      let value = relu.map { graph.nodes[$0].output } ?? node.output
      let output = value == graph.output ? scores : TrainingActivation(graph.plane(of: value), chunk: cut.size)
      let learns = append(node, to: output, relu: relu != nil)
      wrote(value, output, learns: learns, readers: readers[value] ?? 0)
    }
    clearGradients(ofNodesBeside: Set(needed))
    // The scores' gradient is written in the last forward stage and read in the first backward stage.
    scores.keepGradient()
    append(loss)
    allocations.forEach { $0.allocate(images: batchSize, workers: workers) }
  }

  /// What the scores do not depend on has a gradient of zero.
  private func clearGradients(ofNodesBeside needed: Set<Int>) {
    let names = graph.nodes.indices.filter { !needed.contains($0) }.map { graph.nodes[$0].name }
    for entry in layout.parameters where names.contains(where: { entry.name.hasPrefix("\($0).") }) {
      preparations.append { [batch] in
        guard let gradients = batch.gradients else { return }
        (gradients + entry.offset).update(repeating: 0, count: entry.count)
      }
    }
  }

  /// All activations and their branches.
  private var allocations: [TrainingActivation] = []

  /// A ReLU that alone reads what a batch normalisation writes is a part of it.
  private func fusedReLU(behind node: Graph.Node) -> Int? {
    guard case .norm = node.operation, let reader = onlyReaders[node.output],
      graph.nodes[reader].operation == .activation(.relu)
    else { return nil }
    return reader
  }

  private func wrote(_ value: Graph.Value, _ activation: TrainingActivation, learns: Bool, readers: Int) {
    var branches = [activation]
    if readers > 1 {
      branches = (0..<readers).map { _ in activation.branch() }
      if learns { append(BranchTraining(value: activation, branches: branches, kernels: kernels)) }
    }
    allocations += readers > 1 ? [activation] + branches : branches
    values[value] = WrittenValue(
      activation: activation, stage: stage, learns: learns, branches: branches.reversed())
  }

  func append(_ operation: any ImageOperation) { operations.append(.image(operation)) }

  /// Ends the stage: what was written before outlives it when a later operation reads it.
  func append(_ operation: any BatchOperation) {
    operations.append(.batch(operation))
    stage += 1
  }

  /// The next branch of a value, which an operation of this stage reads and, in the backward pass, writes the gradient of.
  private func read(_ value: Graph.Value, againInBackward: Bool) -> (activation: TrainingActivation, learns: Bool) {
    guard let written = values[value], let branch = values[value]?.branches.popLast() else {
      preconditionFailure("a node reads what an earlier one wrote")
    }
    if written.stage < stage { branch.keepGradient() }
    if written.stage < stage || againInBackward { branch.keepValues() }
    return (branch, written.learns)
  }

  /// Appends what a node does; says whether a trained tensor has a part in what it writes.
  private func append(_ node: Graph.Node, to output: TrainingActivation, relu: Bool) -> Bool {
    let inputs = node.inputs.map { read($0, againInBackward: node.operation.readsAgainInBackward) }
    let (x, learns) = inputs[0]
    switch node.operation {
    case .convolution(let shape, let hasBias):
      appendConvolution(node.name, shape, hasBias: hasBias, from: x, passesGradientOn: learns, to: output)
    case .linear(let features, let outputs, let hasBias):
      let shape = ConvolutionShape(input: features, output: outputs, kernel: 1, stride: 1, padding: 0)
      appendLinear(node.name, shape, hasBias: hasBias, from: x, passesGradientOn: learns, to: output)
    case .norm(_, let epsilon):
      appendNorm(node.name, epsilon: epsilon, relu: relu, from: x, to: output)
    case .activation(.relu):
      append(ReLUTraining(input: x, output: output))
      output.keepValues()
    case .activation(let activation):
      append(ActivationTraining(activation, from: x, to: output, kernels: kernels, batchSize: batchSize))
    case .maxPool(let window):
      append(MaxPoolTraining(window, from: x, to: output, kernels: kernels, batchSize: batchSize))
    case .averagePool(let window, let countsPadding):
      append(
        AveragePoolTraining(window: window, countsPadding: countsPadding, input: x, output: output, kernels: kernels))
    case .globalAveragePool:
      let window = Window(height: x.plane.height, width: x.plane.width)
      append(AveragePoolTraining(window: window, countsPadding: true, input: x, output: output, kernels: kernels))
    case .add: append(AdditionTraining(inputs: inputs.map(\.activation), output: output, kernels: kernels))
    case .join: append(JoinTraining(inputs: inputs.map(\.activation), output: output))
    case .scale: append(ScaleTraining(inputs: inputs.map(\.activation), output: output, kernels: kernels))
    case .flatten(let order): append(FlattenTraining(order: order, input: x, output: output))
    case .dropout(let probability):
      append(DropoutTraining(name: node.name, probability: probability, input: x, output: output, batch: batch))
    }
    return !node.operation.parameters.isEmpty || inputs.contains(where: \.learns)
  }
}

extension Graph.Operation {
  /// Whether the backward pass needs the values that were read.
  fileprivate var readsAgainInBackward: Bool {
    switch self {
    case .convolution, .linear, .norm, .scale: true
    case .activation, .maxPool, .averagePool, .globalAveragePool, .add, .join, .flatten, .dropout: false
    }
  }
}
