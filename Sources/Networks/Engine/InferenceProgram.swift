/// A network made ready to run: nodes fused into steps, batch normalisation folded, weights packed, memory planned.
///
/// Immutable, so all threads share it. Value 0 is the normalised input, value i + 1 what step i writes; the last value
/// holds the scores.
struct InferenceProgram: Sendable {
  let kernels: Kernels
  let normalization: InputNormalization
  let steps: [InferenceStep]
  /// Runs of steps that images take in groups of one size; a later section's groups hold an earlier one's whole.
  let sections: [Section]
  /// The input, as the first step reads it.
  let input: Plane
  /// Values of a picture.
  var pictureValues: Int { normalization.pictureValues(input) }
  /// Where the values stand, and where their gradients do.
  let valueBuffers: SharedBuffers
  let gradientBuffers: SharedBuffers
  /// Bytes of one image's record.
  let recordBytes: Int
  /// Floats of scratch that a worker needs for any step, either way.
  let scratchCount: Int
  /// Floats that a worker needs for a gradient that is added to another reader's.
  let addendCount: Int

  struct Section: Sendable {
    var steps: Range<Int>
    var together: Int
  }

  /// The most images that any step takes together.
  static let largestGroup = 16

  var output: Plane { steps[steps.count - 1].output }

  /// - Precondition: the network has the tensors that its graph's nodes name, in their shapes, and a node.
  init(_ network: Network, kernels: Kernels, algorithm: ConvolutionAlgorithm) {
    self.kernels = kernels
    normalization = InputNormalization(network.graph.input)
    let schedule = Schedule(FusedGraph(network, kernels: kernels, algorithm: algorithm))
    steps = schedule.steps()
    sections = schedule.sections
    input = schedule.plane(0)
    valueBuffers = SharedBuffers(schedule.tenants(schedule.plane))
    gradientBuffers = SharedBuffers(schedule.tenants(schedule.gradientPlane))
    recordBytes = schedule.recordBytes
    scratchCount =
      steps.map { step in
        if case .convolution(let convolution, _) = step.operation { convolution.scratchCount } else { 0 }
      }.max() ?? 0
    addendCount =
      steps.map { step in
        step.operands.map { $0.addsToGradient ? $0.gradient.count * step.together : 0 }.max() ?? 0
      }.max() ?? 0
  }
}

extension InferenceStep.Operation {
  /// Whether the step notes where maxima stand.
  var pools: Bool {
    switch self {
    case .maxPool, .convolution(_, pools: true): true
    default: false
    }
  }

  /// The halo of zeros that the step reads around its first operand.
  var inputHalo: Int {
    if case .convolution(let convolution, _) = self { convolution.shape.window.padding.largest } else { 0 }
  }

  /// The halo of zeros that the backward pass reads around the output's gradient.
  var gradientHalo: Int {
    if case .convolution(let convolution, pools: false) = self { convolution.gradientHalo } else { 0 }
  }

  /// How many images share one pass over the weights: more where the weights outgrow the second-level cache.
  var imagesTogether: Int {
    let weights: Int
    switch self {
    case .convolution(let convolution, _): weights = convolution.shape.depth * convolution.shape.output
    case .linear(let product): weights = product.forward.count
    case .affine, .activation, .maxPool, .averagePool, .add, .join, .scale, .flatten: return 1
    }
    switch weights {
    case ..<12_000: return 1
    case ..<50_000: return 4
    case ..<120_000: return 8
    default: return InferenceProgram.largestGroup
    }
  }
}
