import Groundwork

/// Turns an architecture into the operations of a training step.
final class TrainingProgramBuilder {
  let batch = TrainingBatch()
  let cut: TrainingCut
  let loss: CrossEntropyTraining
  private(set) var operations: [TrainingProgram.Operation] = []
  /// Work before the first operation: packing the step's weights.
  private(set) var preparations: [() -> Void] = []
  /// Work after the last: adding up the chunks' gradients.
  private(set) var collections: [() -> Void] = []

  private let layout: ParameterLayout
  private let kernels: Kernels
  private let algorithm: ConvolutionAlgorithm
  private let workers: Int
  private let batchSize: Int
  /// What each layer writes, the input first; a ReLU fused with the layer before it leaves one unused.
  private let activations: [TrainingActivation]
  /// The first activation that is written in the stage being built.
  private var stageStart = 0
  /// The activations whose values their own operation needs in the backward pass, or whose gradient outlives a stage.
  private var keptValues: Set<Int> = []
  private var keptGradients: Set<Int> = []
  private var learns = false

  init(
    _ architecture: Architecture, layout: ParameterLayout, batchSize: Int, workers: Int, kernels: Kernels,
    algorithm: ConvolutionAlgorithm
  ) {
    self.layout = layout
    self.kernels = kernels
    self.algorithm = algorithm
    self.workers = workers
    self.batchSize = batchSize
    cut = TrainingCut(batchSize: batchSize)
    activations = architecture.planes().map { [cut] in TrainingActivation($0, chunk: cut.size) }
    loss = CrossEntropyTraining(activations[activations.count - 1], batchSize: batchSize, batch: batch)
    append(
      InputTraining(normalization: InputNormalization(architecture), output: activations[0], batch: batch))
    var written: Set = [0]
    var input = 0
    var index = 0
    while index < architecture.layers.count {
      let layer = architecture.layers[index]
      var output = index + 1
      let followedByReLU = output < architecture.layers.count && architecture.layers[output].kind == .relu
      if case .batchNorm = layer.kind, followedByReLU { output += 1 }
      append(layer, from: input, to: output, relu: output > index + 1)
      written.insert(output)
      input = output
      index = output
    }
    // The scores' gradient is written in the last forward stage and read in the first backward stage.
    keptGradients.insert(input)
    append(loss)
    for index in written {
      activations[index].keepsValues = keptValues.contains(index)
      activations[index].keepsGradient = keptGradients.contains(index)
      activations[index].allocate(images: batchSize, workers: workers)
    }
  }

  private func append(_ operation: any ImageOperation) { operations.append(.image(operation)) }

  /// Ends the stage: what was written before `next` outlives it when `next` or a later operation reads it.
  private func append(_ operation: any BatchOperation, next: Int) {
    operations.append(.batch(operation))
    stageStart = next
  }

  /// Notes that an operation of this stage reads activation `index` and, in the backward pass, writes its gradient.
  private func read(_ index: Int, againInBackward: Bool) {
    if index < stageStart { keptGradients.insert(index) }
    if index < stageStart || againInBackward { keptValues.insert(index) }
  }

  private func append(_ layer: Layer, from input: Int, to output: Int, relu: Bool) {
    let (x, y) = (activations[input], activations[output])
    switch layer.kind {
    case .convolution(let channels, let features, let kernel, let stride, let padding, let hasBias):
      let shape = ConvolutionShape(
        input: channels, output: features, kernel: kernel, stride: stride, padding: padding)
      appendConvolution(layer.name, shape, hasBias: hasBias, from: x, to: y)
      read(input, againInBackward: true)
    case .linear(let features, let outputs, let hasBias):
      let shape = ConvolutionShape(input: features, output: outputs, kernel: 1, stride: 1, padding: 0)
      appendLinear(layer.name, shape, hasBias: hasBias, from: x, to: y, next: output)
      keptValues.formUnion([input, output])
      keptGradients.formUnion([input, output])
    case .batchNorm(_, let epsilon):
      let norm = NormTraining(
        name: layer.name, epsilon: epsilon, relu: relu, from: x, to: y, layout: layout, kernels: kernels, cut: cut,
        workers: workers, batch: batch)
      preparations.append(norm.prepare)
      read(input, againInBackward: true)
      append(NormTraining.Moments(norm: norm))
      append(NormTraining.Statistics(norm: norm), next: output)
      append(NormTraining.Application(norm: norm))
      keptGradients.insert(output)
      learns = true
    case .relu:
      append(ReLUTraining(input: x, output: y))
      read(input, againInBackward: false)
      keptValues.insert(output)
    case .maxPool(let kernel, let stride):
      append(
        MaxPoolTraining(kernel: kernel, stride: stride, from: x, to: y, kernels: kernels, batchSize: batchSize))
      read(input, againInBackward: false)
    case .averagePool(let kernel, let stride):
      append(
        AveragePoolTraining(height: kernel, width: kernel, stride: stride, input: x, output: y, kernels: kernels))
      read(input, againInBackward: false)
    case .globalAveragePool:
      append(
        AveragePoolTraining(
          height: x.plane.height, width: x.plane.width, stride: 1, input: x, output: y, kernels: kernels))
      read(input, againInBackward: false)
    case .flatten:
      append(FlattenTraining(input: x, output: y))
      read(input, againInBackward: false)
    case .dropout(let probability):
      append(DropoutTraining(name: layer.name, probability: probability, input: x, output: y, batch: batch))
      read(input, againInBackward: false)
    }
  }

  private func appendConvolution(
    _ name: String, _ shape: ConvolutionShape, hasBias: Bool, from input: TrainingActivation,
    to output: TrainingActivation
  ) {
    let convolution = ConvolutionTraining(
      algorithm.prepare(shape, input: input.plane, output: output.plane, kernels: kernels), from: input, to: output,
      passesGradientOn: learns,
      weights: entry("\(name).weight"), bias: hasBias ? entry("\(name).bias") : nil, cut: cut, workers: workers,
      batch: batch)
    learns = true
    preparations.append(convolution.prepare)
    for first in stride(from: 0, to: shape.output, by: ConvolutionTraining.collected) {
      collections.append {
        convolution.collect(first..<min(first + ConvolutionTraining.collected, shape.output))
      }
    }
    append(convolution)
  }

  private func appendLinear(
    _ name: String, _ shape: ConvolutionShape, hasBias: Bool, from input: TrainingActivation,
    to output: TrainingActivation, next: Int
  ) {
    let linear = LinearTraining(
      PackedProduct(shape, kernels: kernels), from: input, to: output, passesGradientOn: learns,
      weights: entry("\(name).weight"), bias: hasBias ? entry("\(name).bias") : nil, batchSize: batchSize,
      workers: workers, batch: batch)
    learns = true
    preparations.append(linear.prepare)
    append(linear, next: next)
  }

  private func entry(_ name: String) -> ParameterLayout.Entry {
    guard let entry = layout.parameter(name) else { preconditionFailure("the layout has a tensor \(name)") }
    return entry
  }
}
