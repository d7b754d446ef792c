/// A network made ready to run: layers fused into steps, batch normalisation folded, weights packed.
///
/// Immutable, so all threads share it.
struct InferenceProgram: Sendable {
  let kernels: Kernels
  let normalization: InputNormalization
  /// What the first step reads.
  let input: Plane
  let steps: [InferenceStep]
  /// Runs of steps that images take in groups of one size; a later section's groups hold an earlier one's whole.
  let sections: [Section]
  /// Bytes of one image's record of signs and places.
  let recordBytes: Int
  /// Floats of scratch that a worker needs for any step, either way.
  let scratchCount: Int

  struct Section: Sendable {
    var steps: Range<Int>
    var together: Int
  }

  /// The most images that any step takes together.
  static let largestGroup = 16

  var output: Plane { steps.last?.output ?? input }

  /// - Precondition: the network has the tensors that its architecture names, in their shapes, and at least one layer
  ///   that computes something.
  init(_ network: Network, kernels: Kernels, algorithm: ConvolutionAlgorithm) {
    self.kernels = kernels
    normalization = InputNormalization(network.architecture)
    var fused = FusedLayers(network, kernels: kernels, algorithm: algorithm).layers
    precondition(!fused.isEmpty, "a network has a layer that computes something")
    // Each step's input has the halo that the step reads; each gradient the halo that its backward pass reads.
    var steps: [InferenceStep] = []
    var bytes = 0
    var together = 1
    let firstInput = fused[0].input.with(halo: fused[0].operation.inputHalo)
    for index in fused.indices {
      let layer = fused[index]
      let output = layer.output.with(halo: index + 1 < fused.count ? fused[index + 1].operation.inputHalo : 0)
      let before = index > 0 ? fused[index - 1].operation.gradientHalo : 0
      together = max(together, layer.operation.imagesTogether)
      let record = RecordPlace(mask: bytes, places: bytes + (layer.relu ? output.maskBytes : 0))
      bytes = record.places
      if layer.operation.pools { bytes += output.values }
      steps.append(
        InferenceStep(
          name: layer.name, operation: layer.operation, relu: layer.relu,
          input: layer.input.with(halo: layer.operation.inputHalo), output: output,
          inputGradient: layer.input.with(halo: before),
          outputGradient: layer.output.with(halo: layer.operation.gradientHalo), together: together, record: record))
    }
    fused.removeAll()
    input = firstInput
    self.steps = steps
    recordBytes = bytes
    sections = steps.indices.reduce(into: []) { sections, index in
      if let last = sections.indices.last, sections[last].together == steps[index].together {
        sections[last].steps = sections[last].steps.lowerBound..<index + 1
      } else {
        sections.append(Section(steps: index..<index + 1, together: steps[index].together))
      }
    }
    scratchCount =
      steps.map { step in
        if case .convolution(let convolution, _) = step.operation { convolution.scratchCount } else { 0 }
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

  /// The halo of zeros that the step reads around its input.
  var inputHalo: Int {
    if case .convolution(let convolution, _) = self { convolution.shape.padding } else { 0 }
  }

  /// The halo of zeros that the backward pass reads around the output's gradient.
  var gradientHalo: Int {
    if case .convolution(let convolution, pools: false) = self { convolution.gradientHalo } else { 0 }
  }

  /// How many images share one pass over the weights: more where the weights outgrow the second-level cache.
  var imagesTogether: Int {
    let weights: Int
    switch self {
    case .convolution(let convolution, _):
      weights = convolution.shape.kernel * convolution.shape.kernel * convolution.shape.input * convolution.shape.output
    case .linear(let product): weights = product.forward.count
    case .affine, .maxPool, .averagePool, .flatten: return 1
    }
    switch weights {
    case ..<12_000: return 1
    case ..<50_000: return 4
    case ..<120_000: return 8
    default: return InferenceProgram.largestGroup
    }
  }
}
